package brightline.command.student;

import brightline.command.interaction.NumbersInUse;
import brightline.command.student.StudentRecorder.KnownBy;
import brightline.command.student.StudentState.Known;
import brightline.command.student.StudentState.Unknown;
import brightline.edge.keys.KnownStudents;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalParts;
import brightline.edge.store.RecordedEvents;
import brightline.events.SecretRef;
import brightline.events.StudentId;
import brightline.events.student.StudentEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares whom contacts name with the entries of the district's list, all entries opened together. */
@Component
final class StudentsByNumber implements NumbersInUse {
    private final RecordedEvents log;
    private final PersonalParts parts;

    StudentsByNumber(RecordedEvents log, PersonalParts parts) {
        this.log = log;
        this.parts = parts;
    }

    @Override
    public Set<Integer> ofOthers(List<@Nullable Identity> stated, KnownStudents students) {
        Map<StudentId, List<Integer>> places = new LinkedHashMap<>();
        for (int place = 0; place < stated.size(); place++) {
            StudentId student = student(stated.get(place), students);
            if (student != null) {
                places.computeIfAbsent(student, _ -> new ArrayList<>()).add(place);
            }
        }
        Map<StudentId, Identity> known = entries(places.keySet());
        Set<Integer> others = new HashSet<>();
        places.forEach((student, named) -> {
            for (int place : named) {
                Identity one = Objects.requireNonNull(stated.get(place));
                Identity first = known.putIfAbsent(student, one);
                if (first != null && isAnother(first, one)) {
                    others.add(place);
                }
            }
        });
        return others;
    }

    /** Null where the statement cannot tell one student from another. */
    private static @Nullable StudentId student(@Nullable Identity stated, KnownStudents students) {
        if (stated == null || stated.number() == null || stated.birthDate() == null) {
            return null;
        }
        return stated.firstName() == null && stated.lastName() == null ? null : students.withNumber(stated.number());
    }

    private static boolean isAnother(Identity known, Identity stated) {
        return known.birthDate() != null && SamePerson.isAnother(known, stated, KnownBy.NUMBER);
    }

    /** What the list says of each; without those who do not stand in it, and those of whom nothing can be read any more. */
    private Map<StudentId, Identity> entries(Set<StudentId> students) {
        Map<StudentId, StudentState> states = new HashMap<>();
        for (TrackedEventMessage<?> message :
                log.ofStreams(students.stream().map(StudentId::toString).toList(), Long.MAX_VALUE)) {
            StudentEvent event = (StudentEvent) message.getPayload();
            states.merge(
                    event.studentId(),
                    StudentDecider.evolve(new Unknown(), event),
                    (before, _) -> StudentDecider.evolve(before, event));
        }
        Map<StudentId, SecretRef> sealed = new HashMap<>();
        states.forEach((student, state) -> {
            if (state instanceof Known known) {
                sealed.put(student, known.identity());
            }
        });
        var opened = parts.openAll(sealed.values(), Identity.class);
        Map<StudentId, Identity> entries = new HashMap<>();
        sealed.forEach((student, reference) -> Objects.requireNonNull(opened.get(reference.secretId()))
                .value()
                .ifPresent(identity -> entries.put(student, identity)));
        return entries;
    }
}
