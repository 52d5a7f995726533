package brightline.command.student;

import brightline.command.interaction.NumbersInUse;
import brightline.command.student.StudentRecorder.KnownBy;
import brightline.edge.keys.KnownStudents;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.events.StudentId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares whom contacts name with the entries of the district's list, all entries opened together. */
@Component
final class StudentsByNumber implements NumbersInUse {
    private final ListedStudents list;

    StudentsByNumber(ListedStudents list) {
        this.list = list;
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
        Map<StudentId, Identity> known = new HashMap<>();
        list.of(places.keySet()).forEach((student, listed) -> known.put(student, listed.identity()));
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
}
