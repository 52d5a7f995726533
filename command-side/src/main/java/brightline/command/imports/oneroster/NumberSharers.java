package brightline.command.imports.oneroster;

import brightline.command.student.SamePerson;
import brightline.command.student.StudentRecorder.KnownBy;
import brightline.events.ComparisonForm;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Students of one set who bear one number and are, by name and birth date, several. Which of them has it nobody can tell from the set; only
 * who is known by it stands. So it is the same in whatever order they come.
 */
final class NumberSharers {
    private final Map<String, List<OneRosterPerson>> byNumber = new HashMap<>();
    private final Predicate<OneRosterPerson> isKnown;

    /** @param isKnown whether somebody is known by the number already */
    NumberSharers(Collection<OneRosterPerson> students, Predicate<OneRosterPerson> isKnown) {
        this.isKnown = isKnown;
        for (OneRosterPerson one : students) {
            String number = one.number();
            if (number != null) {
                byNumber.computeIfAbsent(ComparisonForm.of(number), _ -> new ArrayList<>())
                        .add(one);
            }
        }
    }

    /** Numbers of more than one, in the form in which they are compared. */
    boolean isShared(String number) {
        return byNumber.getOrDefault(ComparisonForm.of(number), List.of()).size() > 1;
    }

    /** The first by its line of those beside whom the student cannot be taken in; empty where there is none. */
    Optional<OneRosterPerson> inTheWayOf(OneRosterPerson student) {
        String number = student.number();
        if (number == null || !isShared(number)) {
            return Optional.empty();
        }
        boolean known = isKnown.test(student);
        return byNumber.getOrDefault(ComparisonForm.of(number), List.of()).stream()
                .filter(other -> !other.key().equals(student.key()))
                .filter(other -> SamePerson.isAnother(other.identity(), student.identity(), KnownBy.NUMBER))
                .filter(other -> !known || isKnown.test(other))
                .min(Comparator.comparingLong(OneRosterPerson::line));
    }
}
