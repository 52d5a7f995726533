package brightline.command.imports.oneroster;

import brightline.command.imports.file.*;
import brightline.command.imports.file.ImportStatus.Rejection;
import brightline.command.imports.oneroster.OneRosterChunks.Roster;
import brightline.command.imports.oneroster.OneRosterLedger.Remembered;
import brightline.command.imports.oneroster.OneRosterOrgs.RosterOrg;
import brightline.command.imports.oneroster.OneRosterPerson.SchoolPlace;
import brightline.command.register.RegisterEdition;
import brightline.command.student.Placement;
import brightline.command.student.StudentRecorder;
import brightline.command.student.StudentRecorder.Recorded;
import brightline.command.student.StudentRecorder.StatedStudent;
import brightline.edge.keys.StudentIndex;
import brightline.events.SchoolCode;
import brightline.events.StudentId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records a piece of a list of students: schools and students. Joins the caller's transaction. */
@Component
final class OneRosterRecorder {
    private final OneRosterLedger rosters;
    private final ProvisionalSchools schools;
    private final StudentIndex index;
    private final StudentRecorder recorder;

    OneRosterRecorder(
            OneRosterLedger rosters, ProvisionalSchools schools, StudentIndex index, StudentRecorder recorder) {
        this.rosters = rosters;
        this.schools = schools;
        this.index = index;
        this.recorder = recorder;
    }

    void take(ImportStatus status, Roster roster, RegisterEdition known, Answers answers) throws Exception {
        takeOrgs(roster.orgs(), answers);
        takePersons(status, roster, known, answers);
    }

    /** Of the lines that belong together, one is at fault. */
    private static void reject(
            OneRosterPerson person, OneRosterFile file, @Nullable String column, String reason, Answers answers) {
        answers.reject(new Rejection(file.fileName(), person.line(), column, reason));
        answers.leaveOut(OutOfScope.LINE_REJECTED, person.lines() - 1L);
    }

    private void takeOrgs(List<RosterOrg> orgs, Answers answers) {
        List<RosterOrg> ours = orgs.stream().filter(RosterOrg::isSchool).toList();
        List<RosterOrg> others = orgs.stream().filter(org -> !org.isSchool()).toList();
        Remembered news = rosters.remember(ours);
        rosters.remember(others);
        answers.accept(news.added());
        answers.change(news.changed());
        answers.repeat(ours.size() - news.added() - news.changed());
        answers.leaveOut(OutOfScope.NO_SCHOOL, others.size());
    }

    private void takePersons(ImportStatus status, Roster roster, RegisterEdition register, Answers answers)
            throws Exception {
        Map<String, StudentId> known = rosters.known(roster.system(), roster.persons());
        List<OneRosterPerson> taken = new ArrayList<>();
        List<StatedStudent> stated = new ArrayList<>();
        Map<SchoolCode, String> named = new LinkedHashMap<>();
        for (OneRosterPerson person : roster.persons()) {
            Optional<StatedStudent> student = student(person, known.get(person.key()), answers);
            if (student.isPresent()) {
                taken.add(person);
                stated.add(student.get());
                SchoolPlace place = person.placement();
                if (place != null) {
                    named.putIfAbsent(place.school(), place.name());
                }
            }
        }
        schools.register(status.importId(), named, register, answers);
        List<Recorded> recorded = recorder.record(stated);
        Map<String, StudentId> remembered = new LinkedHashMap<>();
        for (int i = 0; i < taken.size(); i++) {
            remembered.put(taken.get(i).key(), recorded.get(i).student());
            int lines = taken.get(i).lines();
            if (!recorded.get(i).changed()) {
                answers.repeat(lines);
            } else if (stated.get(i).student() == null) {
                answers.accept(lines);
            } else {
                answers.change(lines);
            }
        }
        rosters.remember(roster.system(), remembered);
    }

    /** What is stated of whom, by number where nobody has it yet; empty where the lines are answered otherwise. */
    private Optional<StatedStudent> student(OneRosterPerson person, @Nullable StudentId known, Answers answers) {
        String number = person.identity() == null ? null : person.identity().number();
        if (number == null) {
            if (known == null) {
                reject(
                        person,
                        person.file(),
                        person.file().key(),
                        "no line of users.csv has this sourcedId, then or now",
                        answers);
                return Optional.empty();
            }
            return Optional.of(stated(person, known));
        }
        Optional<StudentId> numbered = index.find(number);
        if (known == null && !person.isStudent()) {
            reject(person, OneRosterFile.USERS, "sourcedId", "no line of roles.csv says what this person is", answers);
            return Optional.empty();
        }
        if (known != null && !numbered.equals(Optional.of(known))) {
            reject(person, OneRosterFile.USERS, "identifier", "this person was taken in under another number", answers);
            return Optional.empty();
        }
        if (numbered.isEmpty()
                && person.placement() == null
                && !person.departures().isEmpty()) {
            answers.leaveOut(OutOfScope.LEFT_BEFORE, person.lines());
            return Optional.empty();
        }
        return Optional.of(stated(person, numbered.orElse(null)));
    }

    private static StatedStudent stated(OneRosterPerson person, @Nullable StudentId student) {
        SchoolPlace place = person.placement();
        return new StatedStudent(
                student,
                person.identity(),
                person.statistics(),
                place == null ? null : new Placement(place.school(), place.from()),
                person.departures());
    }
}
