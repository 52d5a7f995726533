package brightline.command.student;

import brightline.command.interaction.SchoolList;
import brightline.command.student.StudentState.Joined;
import brightline.command.student.StudentState.Known;
import brightline.edge.keys.Opened;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.PersonalParts;
import brightline.edge.store.RecordedEvents;
import brightline.events.SchoolCode;
import brightline.events.SecretId;
import brightline.events.StudentId;
import brightline.events.student.StudentEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the district's list says of students now, read from the log and opened together. */
@Component
public final class ListedStudents implements SchoolList {
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
        Map<StudentId, Known> entries = known(events(students));
        Map<StudentId, Identity> identities = opened(entries);
        Map<StudentId, Listed> listed = new HashMap<>();
        entries.forEach((student, entry) -> {
            Identity identity = identities.get(student);
            if (identity != null) {
                listed.put(student, listed(identity, entry.home()));
            }
        });
        return listed;
    }

    private static Listed listed(Identity identity, StudentState.@Nullable Enrolment home) {
        return home == null ? new Listed(identity, null, null) : new Listed(identity, home.school(), home.from());
    }

    /** Who they are, as {@link #of}; of those who turned out to be another, as the entry says that rests. */
    public Map<StudentId, Identity> identities(Collection<StudentId> students) {
        Map<StudentId, Known> entries = new HashMap<>();
        events(students).forEach((student, stream) -> {
            StudentState state = StudentDecider.evolve(stream);
            if ((state instanceof Joined(var _, var before) ? before : state) instanceof Known known) {
                entries.put(student, known);
            }
        });
        return opened(entries);
    }

    @Override
    public Map<StudentId, SchoolList.Entry> entries(Collection<StudentId> students) {
        Map<StudentId, List<StudentEvent>> events = events(students);
        Map<StudentId, Known> known = known(events);
        Map<StudentId, Identity> identities = opened(known);
        Map<SecretId, Opened<Statistics>> statistics = parts.openAll(
                known.values().stream()
                        .map(Known::statistics)
                        .filter(Objects::nonNull)
                        .toList(),
                Statistics.class);
        Map<StudentId, SchoolList.Entry> entries = new HashMap<>();
        known.forEach((student, entry) -> {
            Identity identity = identities.get(student);
            if (identity != null) {
                Statistics stated = entry.statistics() == null
                        ? null
                        : Objects.requireNonNull(
                                        statistics.get(entry.statistics().secretId()))
                                .value()
                                .orElse(null);
                entries.put(
                        student,
                        new ListEntry(
                                Objects.requireNonNull(events.get(student)),
                                identity,
                                Objects.requireNonNullElse(stated, Statistics.NONE)));
            }
        });
        return entries;
    }

    private static Map<StudentId, Known> known(Map<StudentId, List<StudentEvent>> events) {
        Map<StudentId, Known> entries = new HashMap<>();
        events.forEach((student, stream) -> {
            if (StudentDecider.evolve(stream) instanceof Known known) {
                entries.put(student, known);
            }
        });
        return entries;
    }

    private Map<StudentId, List<StudentEvent>> events(Collection<StudentId> students) {
        Map<StudentId, List<StudentEvent>> events = new HashMap<>();
        for (TrackedEventMessage<?> message :
                log.ofStreams(students.stream().map(StudentId::toString).toList(), Long.MAX_VALUE)) {
            StudentEvent event = (StudentEvent) message.getPayload();
            events.computeIfAbsent(event.studentId(), _ -> new ArrayList<>()).add(event);
        }
        return events;
    }

    private Map<StudentId, Identity> opened(Map<StudentId, Known> entries) {
        var opened =
                parts.openAll(entries.values().stream().map(Known::identity).toList(), Identity.class);
        Map<StudentId, Identity> identities = new HashMap<>();
        entries.forEach((student, entry) -> Objects.requireNonNull(
                        opened.get(entry.identity().secretId()))
                .value()
                .ifPresent(identity -> identities.put(student, identity)));
        return identities;
    }
}
