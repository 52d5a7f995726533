package brightline.command.imports;

import brightline.command.imports.ImportCommand.TakeRoster;
import brightline.command.imports.ImportCommand.Taken;
import brightline.command.imports.ImportDesk.OvertakenException;
import brightline.command.imports.ImportStatus.*;
import brightline.command.imports.OneRosterLedger.Remembered;
import brightline.command.imports.OneRosterOrgs.RosterOrg;
import brightline.command.imports.OneRosterPerson.SchoolPlace;
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
import org.axonframework.commandhandling.CommandHandler;
import org.jspecify.annotations.Nullable;

/** Takes a piece of a list of students in: schools, students, refusals and progress in one transaction. */
final class OneRosterDesk {
    private final ImportLedger ledger;
    private final OneRosterLedger rosters;
    private final ProvisionalSchools schools;
    private final StudentIndex index;
    private final StudentRecorder recorder;

    OneRosterDesk(
            ImportLedger ledger,
            OneRosterLedger rosters,
            ProvisionalSchools schools,
            StudentIndex index,
            StudentRecorder recorder) {
        this.ledger = ledger;
        this.rosters = rosters;
        this.schools = schools;
        this.index = index;
        this.recorder = recorder;
    }

    /** @throws OvertakenException when the import does not stand where the piece begins */
    @CommandHandler
    Taken on(TakeRoster command) throws Exception {
        ImportStatus status = ledger.held(command.importId());
        if (status.state() != State.RUNNING || status.nextOffset() != command.fromOffset()) {
            throw new OvertakenException();
        }
        Answered answered = new Answered();
        answered.outOfScope.add(command.outOfScope());
        answered.rejections.addAll(command.rejections());
        takeOrgs(command.orgs(), answered);
        takePersons(command, answered);
        Counts counts = new Counts(
                answered.accepted,
                answered.duplicates,
                answered.outOfScope.sum(),
                answered.rejections.size(),
                answered.changed);
        ledger.leaveOut(command.importId(), answered.outOfScope.lines());
        ledger.reject(command.importId(), answered.rejections);
        ledger.advance(command.importId(), command.toOffset(), 0, counts);
        return new Taken(counts);
    }

    /** What became of the lines of a piece. */
    private static final class Answered {
        private final List<Rejection> rejections = new ArrayList<>();
        private final OutOfScope.Tally outOfScope = new OutOfScope.Tally();
        private long accepted;
        private long changed;
        private long duplicates;

        /** Of the lines that belong together, one is at fault. */
        void reject(OneRosterPerson person, OneRosterFile file, @Nullable String column, String reason) {
            rejections.add(new Rejection(file.fileName(), person.line(), column, reason));
            outOfScope.add(OutOfScope.LINE_REJECTED, person.lines() - 1L);
        }
    }

    private void takeOrgs(List<RosterOrg> orgs, Answered answered) {
        List<RosterOrg> ours = orgs.stream().filter(RosterOrg::isSchool).toList();
        List<RosterOrg> others = orgs.stream().filter(org -> !org.isSchool()).toList();
        Remembered news = rosters.remember(ours);
        rosters.remember(others);
        answered.accepted += news.added() + news.changed();
        answered.changed += news.changed();
        answered.duplicates += ours.size() - news.added() - news.changed();
        answered.outOfScope.add(OutOfScope.NO_SCHOOL, others.size());
    }

    private void takePersons(TakeRoster command, Answered answered) throws Exception {
        Map<String, StudentId> known = rosters.known(command.system(), command.persons());
        List<OneRosterPerson> taken = new ArrayList<>();
        List<StatedStudent> stated = new ArrayList<>();
        Map<SchoolCode, String> named = new LinkedHashMap<>();
        for (OneRosterPerson person : command.persons()) {
            Optional<StatedStudent> student = student(person, known.get(person.key()), answered);
            if (student.isPresent()) {
                taken.add(person);
                stated.add(student.get());
                SchoolPlace place = person.placement();
                if (place != null) {
                    named.putIfAbsent(place.school(), place.name());
                }
            }
        }
        schools.register(command.importId(), named);
        List<Recorded> recorded = recorder.record(stated);
        Map<String, StudentId> remembered = new LinkedHashMap<>();
        for (int i = 0; i < taken.size(); i++) {
            remembered.put(taken.get(i).key(), recorded.get(i).student());
            if (recorded.get(i).changed()) {
                answered.accepted += taken.get(i).lines();
                answered.changed +=
                        stated.get(i).student() == null ? 0 : taken.get(i).lines();
            } else {
                answered.duplicates += taken.get(i).lines();
            }
        }
        rosters.remember(command.system(), remembered);
    }

    /** What is stated of whom, by number where nobody has it yet; empty where the lines are answered otherwise. */
    private Optional<StatedStudent> student(OneRosterPerson person, @Nullable StudentId known, Answered answered) {
        String number = person.identity() == null ? null : person.identity().number();
        if (number == null) {
            if (known == null) {
                answered.reject(
                        person,
                        person.file(),
                        person.file().key(),
                        "no line of users.csv has this sourcedId, then or now");
            }
            return known == null ? Optional.empty() : Optional.of(stated(person, known));
        }
        Optional<StudentId> numbered = index.find(number);
        if (known == null && !person.isStudent()) {
            answered.reject(person, OneRosterFile.USERS, "sourcedId", "no line of roles.csv says what this person is");
            return Optional.empty();
        }
        if (known != null && !numbered.equals(Optional.of(known))) {
            answered.reject(person, OneRosterFile.USERS, "identifier", "this person was taken in under another number");
            return Optional.empty();
        }
        if (numbered.isEmpty()
                && person.placement() == null
                && !person.departures().isEmpty()) {
            answered.outOfScope.add(OutOfScope.LEFT_BEFORE, person.lines());
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
