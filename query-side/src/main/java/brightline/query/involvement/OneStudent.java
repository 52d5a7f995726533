package brightline.query.involvement;

import brightline.edge.keys.StudentIndex;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import brightline.events.agency.AgencySettings;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.InteractionOpened;
import brightline.events.interaction.InteractionEvent.SubjectCorrected;
import brightline.query.projection.Recorded;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom contacts of linked incidents are about. Rows know a student by another pseudonym each school year; that two of them are one
 * student's the key store alone can tell, for as long as a batch takes, and nothing of it is kept.
 */
final class OneStudent {
    private final StudentIndex index;
    private final Map<SubjectHandle, Set<StudentId>> students;
    private final Map<Name, String> pseudonyms = new HashMap<>();

    private record Name(StudentId student, int year) {}

    /** @param contacts the events of each contact that may be one of several entries */
    OneStudent(StudentIndex index, Collection<List<Recorded>> contacts) {
        this.index = index;
        Set<SubjectHandle> subjects =
                contacts.stream().flatMap(OneStudent::subjects).collect(Collectors.toSet());
        this.students = subjects.isEmpty() ? Map.of() : index.everyStudentOf(subjects);
    }

    /** All that a contact was ever about: who that turned out to be, too. Empty for one that is no entry of several. */
    Set<StudentId> of(List<Recorded> contact) {
        Set<StudentId> found = new HashSet<>();
        subjects(contact).forEach(subject -> found.addAll(students.getOrDefault(subject, Set.of())));
        return found;
    }

    private static Stream<SubjectHandle> subjects(List<Recorded> contact) {
        List<SubjectHandle> subjects = new ArrayList<>();
        for (Recorded recorded : contact) {
            InteractionEvent event = (InteractionEvent) recorded.event();
            if (event instanceof InteractionOpened opened) {
                subjects.add(opened.subject());
            } else if (event instanceof SubjectCorrected corrected) {
                subjects.add(corrected.to());
            }
        }
        return subjects.stream();
    }

    /**
     * Those of the students who go by the pseudonym in the school year of that day. When a school year begins is each agency's matter:
     * of the two that a calendar year has a part of, the day is in one.
     */
    Set<StudentId> named(String pseudonym, LocalDate day, Set<StudentId> among) {
        return among.stream()
                .filter(student -> pseudonym.equals(pseudonym(student, day.getYear() - 1))
                        || pseudonym.equals(pseudonym(student, day.getYear())))
                .collect(Collectors.toSet());
    }

    private String pseudonym(StudentId student, int firstYear) {
        return pseudonyms.computeIfAbsent(
                new Name(student, firstYear),
                name -> index.pseudonym(name.student(), AgencySettings.schoolYearFrom(name.year())));
    }
}
