package brightline.command.student;

import brightline.command.student.StudentState.Known;
import brightline.command.student.StudentState.Unknown;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalParts;
import brightline.edge.store.RecordedEvents;
import brightline.events.SchoolCode;
import brightline.events.StudentId;
import brightline.events.student.StudentEvent;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the district's list says of students now, read from the log and opened together. */
@Component
public final class ListedStudents {
    private final RecordedEvents log;
    private final PersonalParts parts;

    ListedStudents(RecordedEvents log, PersonalParts parts) {
        this.log = log;
        this.parts = parts;
    }

    /**
     * A student of the list.
     *
     * @param homeSchool null while there is none
     * @param since first day there; null with it
     */
    public record Listed(
            Identity identity,
            @Nullable SchoolCode homeSchool,
            @Nullable LocalDate since) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** Those of the students who stand in the list and of whom something can be read still. */
    public Map<StudentId, Listed> of(Collection<StudentId> students) {
        Map<StudentId, StudentState> states = new HashMap<>();
        for (TrackedEventMessage<?> message :
                log.ofStreams(students.stream().map(StudentId::toString).toList(), Long.MAX_VALUE)) {
            StudentEvent event = (StudentEvent) message.getPayload();
            states.merge(
                    event.studentId(),
                    StudentDecider.evolve(new Unknown(), event),
                    (before, _) -> StudentDecider.evolve(before, event));
        }
        Map<StudentId, Known> known = new HashMap<>();
        states.forEach((student, state) -> {
            if (state instanceof Known one) {
                known.put(student, one);
            }
        });
        var opened = parts.openAll(known.values().stream().map(Known::identity).toList(), Identity.class);
        Map<StudentId, Listed> listed = new HashMap<>();
        known.forEach((student, state) -> Objects.requireNonNull(
                        opened.get(state.identity().secretId()))
                .value()
                .ifPresent(identity -> listed.put(
                        student,
                        new Listed(
                                identity,
                                state.home() == null ? null : state.home().school(),
                                state.home() == null ? null : state.home().from()))));
        return listed;
    }
}
