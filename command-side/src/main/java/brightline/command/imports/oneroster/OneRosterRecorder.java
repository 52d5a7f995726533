package brightline.command.imports.oneroster;

import brightline.command.imports.file.*;
import brightline.command.imports.file.ImportStatus.Rejection;
import brightline.command.imports.oneroster.OneRosterChunks.Roster;
import brightline.command.imports.oneroster.OneRosterLedger.Kept;
import brightline.command.imports.oneroster.OneRosterLedger.Person;
import brightline.command.imports.oneroster.OneRosterLedger.Remembered;
import brightline.command.imports.oneroster.OneRosterOrgs.RosterOrg;
import brightline.command.imports.oneroster.OneRosterReader.Deletion;
import brightline.command.interaction.NumbersInUse;
import brightline.command.interaction.NumbersInUse.Apart;
import brightline.command.interaction.NumbersInUse.Named;
import brightline.command.interaction.NumbersInUse.Whose;
import brightline.command.register.RegisterEdition;
import brightline.command.student.ListedStudents;
import brightline.command.student.SamePerson;
import brightline.command.student.SamePerson.Likeness;
import brightline.command.student.StatedStatistics;
import brightline.command.student.StudentRecorder;
import brightline.command.student.StudentRecorder.Became;
import brightline.command.student.StudentRecorder.KnownBy;
import brightline.command.student.StudentRecorder.Recorded;
import brightline.command.student.StudentRecorder.StatedStudent;
import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.StudentIndex;
import brightline.events.ComparisonForm;
import brightline.events.ImportId;
import brightline.events.SchoolCode;
import brightline.events.StudentId;
import brightline.events.clash.ClashCause;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Records a piece of a list of students: schools and students. Joins the caller's transaction. */
@Component
final class OneRosterRecorder {
    private static final SequencedMap<StudentId, StudentId> NOBODY =
            Collections.unmodifiableSequencedMap(new LinkedHashMap<>());

    private final OneRosterLedger rosters;
    private final ProvisionalSchools schools;
    private final StudentIndex index;
    private final StudentRecorder recorder;
    private final NumbersInUse numbers;
    private final ListedStudents list;

    OneRosterRecorder(
            OneRosterLedger rosters,
            ProvisionalSchools schools,
            StudentIndex index,
            StudentRecorder recorder,
            NumbersInUse numbers,
            ListedStudents list) {
        this.rosters = rosters;
        this.schools = schools;
        this.index = index;
        this.recorder = recorder;
        this.numbers = numbers;
        this.list = list;
    }

    void take(ImportStatus status, Roster roster, RegisterEdition known, Answers answers) throws Exception {
        takeOrgs(rosters.source(roster.system()), roster.orgs(), answers);
        if (!roster.persons().isEmpty()) {
            takePersons(status, roster, known, answers);
        }
        if (!roster.deletions().isEmpty()) {
            takeBack(status, roster, known, answers);
        }
        rosters.name(roster.system(), roster.named(), status.importId());
        if (roster.endsComplete()) {
            rosters.keepMissing(rosters.source(roster.system()), status.importId(), roster.today());
            answers.note(OneRosterNotes.MISSING, missing(status.importId()).size());
        }
    }

    /**
     * Students who were missing from the import's file and have not been seen, nor taken back, since; without those of whom the file names
     * another entry that is theirs. In the order of their ids.
     */
    List<StudentId> missing(ImportId from) {
        List<StudentId> missing = rosters.missing(from);
        Map<StudentId, StudentId> meant = new HashMap<>(index.meant(Set.copyOf(missing)));
        Set<StudentId> children = Set.copyOf(meant.values());
        meant.putAll(index.joinedTo(children));
        Set<StudentId> entries = new HashSet<>(children);
        entries.addAll(meant.keySet());
        Set<StudentId> named = rosters.named(entries, from).stream()
                .map(entry -> meant.getOrDefault(entry, entry))
                .collect(Collectors.toSet());
        return missing.stream()
                .filter(entry -> !named.contains(Objects.requireNonNull(meant.get(entry))))
                .toList();
    }

    private void takeOrgs(String source, List<RosterOrg> orgs, Answers answers) {
        Map<String, RosterOrg> before =
                rosters.orgs(source, orgs.stream().map(RosterOrg::sourcedId).toList());
        for (RosterOrg org : orgs) {
            Remembered news = rosters.remember(source, List.of(org));
            if (!org.isSchool()) {
                answers.leaveOut(OutOfScope.NO_SCHOOL, 1);
            } else if (org.deleted() && !before.containsKey(org.sourcedId())) {
                answers.leaveOut(OutOfScope.NOTHING_TO_DELETE, 1);
            } else {
                answers.accept(news.added());
                answers.change(news.changed());
                answers.repeat(1 - news.added() - news.changed());
            }
        }
    }

    /**
     * A person whose lines are right.
     *
     * @param student null for one nobody has entered yet
     * @param key under which rows about the same student are brought together
     * @param otherNumber whether the entry has another number than the person's, which is nobody's
     * @param keptApart whether the student was entered just now, beside another with the number
     */
    private record Claim(
            OneRosterPerson person,
            @Nullable StudentId student,
            KnownBy by,
            Object key,
            boolean otherNumber,
            boolean keptApart) {
        Claim(OneRosterPerson person, @Nullable StudentId student, KnownBy by, Object key, boolean otherNumber) {
            this(person, student, by, key, otherNumber, false);
        }

        /** By the entry under which the source's person was taken in, though the student may have turned out to be another since. */
        Claim of(StudentId entry) {
            return new Claim(person, entry, by, key, otherNumber, keptApart);
        }
    }

    /**
     * A person with all rows there are now, and where the student is by them.
     *
     * @param state also by rows of other persons who are the same
     */
    private record Stand(Claim claim, Collection<RosterPlace> places, RosterState state) {
        StatedStudent stated() {
            return new StatedStudent(
                    claim.student(),
                    claim.by(),
                    claim.person().identity(),
                    claim.person().statistics(),
                    state.placements(),
                    state.departures());
        }
    }

    private void takePersons(ImportStatus status, Roster roster, RegisterEdition register, Answers answers)
            throws Exception {
        List<Stand> taken = new ArrayList<>();
        List<StatedStudent> stated = new ArrayList<>();
        Map<SchoolCode, String> named = new LinkedHashMap<>();
        for (Stand stand : stands(roster, claims(status, roster, answers), register)) {
            OneRosterPerson person = stand.claim().person();
            RosterState state = stand.state();
            if (stand.claim().student() == null
                    && state.placements().isEmpty()
                    && !state.departures().isEmpty()) {
                answers.leaveOut(OutOfScope.LEFT_BEFORE, person.lines());
                continue;
            }
            taken.add(stand);
            stated.add(stand.stated());
            state.names().forEach(named::putIfAbsent);
        }
        schools.register(status.importId(), named, register, answers);
        List<Recorded> recorded = recorder.record(stated);
        List<Person> kept = new ArrayList<>();
        for (int i = 0; i < taken.size(); i++) {
            Stand stand = taken.get(i);
            String person =
                    rosters.personMac(roster.system(), stand.claim().person().key());
            if (answer(stand, recorded.get(i).became(), answers)) {
                kept.add(new Person(person, recorded.get(i).student(), stand.places(), there(stand.state())));
            }
        }
        rosters.keep(rosters.source(roster.system()), status.importId(), kept);
    }

    private static @Nullable Boolean there(RosterState state) {
        return state.placements().isEmpty() && state.departures().isEmpty()
                ? null
                : Boolean.valueOf(!state.placements().isEmpty());
    }

    /** @return whether the person was taken in */
    private static boolean answer(Stand stand, Became became, Answers answers) {
        OneRosterPerson person = stand.claim().person();
        switch (became) {
            case ANOTHER_PERSON -> {
                reject(
                        person,
                        OneRosterFile.USERS,
                        "identifier",
                        "is the number of another student, whose name and birth date are not this one's: give this student"
                                + " another number, or correct the entry if they are one",
                        answers);
                return false;
            }
            case KNOWN -> answers.repeat(person.lines());
            case RECORDED -> {
                if (stand.claim().student() == null || stand.claim().keptApart()) {
                    answers.accept(person.lines());
                } else {
                    answers.change(person.lines());
                }
            }
        }
        answers.note(Note.KEPT_APART, stand.claim().keptApart() ? 1 : 0);
        answers.note(OneRosterNotes.OTHER_NUMBER, stand.claim().otherNumber() ? 1 : 0);
        answers.note(OneRosterNotes.DISABLED, person.isDisabled() ? 1 : 0);
        answers.note(OneRosterNotes.TO_COME, stand.state().begins() ? 1 : 0);
        return true;
    }

    /** Of the lines that belong together, one is at fault. */
    private static void reject(
            OneRosterPerson person, OneRosterFile file, @Nullable String column, String reason, Answers answers) {
        answers.reject(new Rejection(file.fileName(), person.line(), column, reason));
        answers.leaveOut(OutOfScope.LINE_REJECTED, person.lines() - 1L);
    }

    private List<Claim> claims(ImportStatus status, Roster roster, Answers answers) throws Exception {
        Map<String, StudentId> known = rosters.known(roster.system(), roster.persons());
        Map<StudentId, StudentId> meant = index.meant(Set.copyOf(known.values()));
        Map<String, SequencedMap<StudentId, StudentId>> numbered = index.find(roster.persons().stream()
                .map(OneRosterPerson::number)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        Numbered holders = new Numbered(status, known, numbered, list.identities(compared(roster, known, numbered)));
        NumberSharers sharers = new NumberSharers(
                roster.persons().stream()
                        .filter(person -> person.isStudent() || known.containsKey(person.key()))
                        .toList(),
                holders::isKnown);
        List<Claim> claims = new ArrayList<>();
        for (OneRosterPerson person : roster.persons()) {
            StudentId entry = known.get(person.key());
            StudentId child = entry == null ? null : Objects.requireNonNull(meant.get(entry));
            OneRosterPerson other = entry == null ? sharers.inTheWayOf(person).orElse(null) : null;
            Claim claim = other == null || !person.isStudent()
                    ? claim(person, child, holders, answers)
                    : sharesWith(other, person, answers);
            if (claim != null && entry != null) {
                claim = claim.of(entry);
            }
            if (claim != null) {
                claims.add(claim);
            }
        }
        return claims;
    }

    private static @Nullable Claim sharesWith(OneRosterPerson other, OneRosterPerson person, Answers answers) {
        reject(
                person,
                OneRosterFile.USERS,
                "identifier",
                "is the number of another student on line %d, too, whose name and birth date are not this one's: give each a number of"
                                .formatted(other.line())
                        + " their own, and send both again",
                answers);
        return null;
    }

    /** The students with whom those are compared who are not known by the source's own name: with the numbers, and whoever they turned out to be. */
    private static Set<StudentId> compared(
            Roster roster, Map<String, StudentId> known, Map<String, SequencedMap<StudentId, StudentId>> numbered) {
        Set<StudentId> compared = new HashSet<>();
        for (OneRosterPerson person : roster.persons()) {
            String number = person.number();
            if (number != null && !known.containsKey(person.key())) {
                numbered.getOrDefault(number, NOBODY).forEach((entry, child) -> {
                    compared.add(entry);
                    compared.add(child);
                });
            }
        }
        return compared;
    }

    /**
     * Who has the numbers that a piece of a roster names.
     *
     * @param known by the source's own name for them
     * @param byNumber each with whoever that turned out to be
     * @param entries what the entries say of those with whom somebody is compared
     * @param apart who was kept apart just now, by number
     */
    private record Numbered(
            ImportStatus status,
            Map<String, StudentId> known,
            Map<String, SequencedMap<StudentId, StudentId>> byNumber,
            Map<StudentId, Identity> entries,
            Map<String, List<Claim>> apart) {
        Numbered(
                ImportStatus status,
                Map<String, StudentId> known,
                Map<String, SequencedMap<StudentId, StudentId>> byNumber,
                Map<StudentId, Identity> entries) {
            this(status, known, byNumber, entries, new HashMap<>());
        }

        SequencedMap<StudentId, StudentId> of(OneRosterPerson person) {
            String number = person.number();
            return number == null ? NOBODY : byNumber.getOrDefault(number, NOBODY);
        }

        /** Whether the person is known by the number already. */
        boolean isKnown(OneRosterPerson person) {
            SequencedMap<StudentId, StudentId> holders = of(person);
            StudentId entry = known.get(person.key());
            if (entry != null) {
                return holders.isEmpty() || holders.containsKey(entry) || holders.containsValue(entry);
            }
            return holders.entrySet().stream()
                    .anyMatch(holder -> !isAnother(holder.getKey(), person) || !isAnother(holder.getValue(), person));
        }

        boolean isAnother(StudentId holder, OneRosterPerson person) {
            return SamePerson.isAnother(entries.get(holder), person.identity(), KnownBy.NUMBER);
        }
    }

    /** Who of several with the number it is; null where the lines are answered otherwise. */
    private @Nullable Claim oneOf(OneRosterPerson person, Numbered numbered, Answers answers) throws Exception {
        Named named = new Named(person.identity(), null, null);
        return switch (numbers.whose(
                        List.of(named), Map.of(Objects.requireNonNull(person.number()), numbered.of(person)))
                .getFirst()) {
            case Whose.Of(var student, var _) -> new Claim(person, student, KnownBy.ENTRY, student, false);
            case Whose.SomebodyElses _ -> apart(person, numbered);
            case Whose.OneOfSeverals _, Whose.Nobodys _, Whose.NotOfEntry _ -> {
                reject(
                        person,
                        OneRosterFile.USERS,
                        "identifier",
                        "is the number of several students, and name and birth date do not tell which of them this is",
                        answers);
                yield null;
            }
        };
    }

    /**
     * Who the person is: by the source's own name, else by a number.
     *
     * @param known by the source's own name, whoever that turned out to be
     * @param numbered of whom several may have turned out to be one
     * @return null where the lines are answered otherwise
     */
    private @Nullable Claim claim(OneRosterPerson person, @Nullable StudentId known, Numbered numbered, Answers answers)
            throws Exception {
        SequencedMap<StudentId, StudentId> holders = numbered.of(person);
        String number = person.number();
        if (number == null) {
            if (known != null) {
                return new Claim(person, known, KnownBy.SOURCE, known, false);
            }
            if (person.takenBack() != null) {
                answers.leaveOut(OutOfScope.NOTHING_TO_DELETE, person.lines());
            } else {
                reject(
                        person,
                        person.file(),
                        person.file().key(),
                        "no line of users.csv has this sourcedId, then or now",
                        answers);
            }
            return null;
        }
        if (known == null && !person.isStudent()) {
            reject(person, OneRosterFile.USERS, "sourcedId", "no line of roles.csv says what this person is", answers);
            return null;
        }
        if (known != null && holders.isEmpty()) {
            return new Claim(person, known, KnownBy.SOURCE, known, true);
        }
        if (known != null && !holders.containsValue(known) && !holders.containsKey(known)) {
            reject(
                    person,
                    OneRosterFile.USERS,
                    "identifier",
                    "is the number of another student, and this person was taken in under another number",
                    answers);
            return null;
        }
        if (known != null) {
            return new Claim(person, known, KnownBy.SOURCE, known, false);
        }
        if (Set.copyOf(holders.values()).size() > 1) {
            return oneOf(person, numbered, answers);
        }
        StudentId holder = holders.isEmpty() ? null : holders.firstEntry().getValue();
        if (holder != null && numbered.isAnother(holder, person)) {
            return apart(person, numbered);
        }
        return new Claim(person, holder, KnownBy.NUMBER, holder == null ? ComparisonForm.of(number) : holder, false);
    }

    /** Takes in beside those who have the number whoever is none of them, once however many persons of the source that is. */
    private Claim apart(OneRosterPerson person, Numbered numbered) throws Exception {
        String number = Objects.requireNonNull(person.number());
        List<Claim> before = numbered.apart().computeIfAbsent(ComparisonForm.of(number), _ -> new ArrayList<>());
        for (Claim one : before) {
            if (!SamePerson.isAnother(one.person().identity(), person.identity(), KnownBy.NUMBER)) {
                return new Claim(person, one.student(), KnownBy.ENTRY, one.key(), false);
            }
        }
        Identity identity = Objects.requireNonNull(person.identity());
        index.hold(Set.of(number));
        SequencedMap<StudentId, StudentId> holders = index.find(List.of(number)).getOrDefault(number, NOBODY);
        Map<StudentId, Identity> entries = list.identities(holders.keySet());
        for (Map.Entry<StudentId, StudentId> holder : holders.entrySet()) {
            Identity entry = entries.get(holder.getKey());
            if (SamePerson.compare(entry, identity) == Likeness.SAME) {
                return new Claim(person, holder.getValue(), KnownBy.ENTRY, holder.getValue(), false);
            }
        }
        StudentId kept = numbers.keepApart(
                number,
                holders.values(),
                new Apart(ClashCause.STUDENT_LIST, numbered.status().importId()));
        Claim claim = new Claim(person, kept, KnownBy.ENTRY, kept, false, true);
        before.add(claim);
        return claim;
    }

    /** Rows of students by the person of the source they are about: a student may be two persons to a source. */
    private static final class Rows {
        private final Map<Object, Map<String, Collection<RosterPlace>>> byStudent = new LinkedHashMap<>();

        /** @param joined those of the students who turned out to be another, with whom */
        Rows(Collection<Kept> kept, Map<StudentId, StudentId> joined) {
            kept.forEach(one -> of(joined.getOrDefault(one.student(), one.student()))
                    .computeIfAbsent(one.person(), _ -> new ArrayList<>())
                    .add(one.place()));
        }

        /** By person. */
        Map<String, Collection<RosterPlace>> of(Object student) {
            return byStudent.computeIfAbsent(student, _ -> new LinkedHashMap<>());
        }

        List<RosterPlace> all(Object student) {
            return of(student).values().stream().flatMap(Collection::stream).toList();
        }

        Set<String> orgs() {
            return byStudent.keySet().stream()
                    .flatMap(student -> all(student).stream())
                    .map(RosterPlace::org)
                    .collect(Collectors.toCollection(HashSet::new));
        }
    }

    /** What the source's files said of these children, under whichever entry that is theirs. */
    private Rows rows(String source, Set<StudentId> children) {
        Map<StudentId, StudentId> joined = index.joinedTo(children);
        Set<StudentId> entries = new HashSet<>(children);
        entries.addAll(joined.keySet());
        return new Rows(rosters.placesOf(source, entries), joined);
    }

    /** Brings what the file says of each person together with what was kept of the same student. */
    private List<Stand> stands(Roster roster, List<Claim> claims, RegisterEdition register) {
        String source = rosters.source(roster.system());
        Rows rows = rows(
                source,
                claims.stream()
                        .map(Claim::key)
                        .filter(StudentId.class::isInstance)
                        .map(StudentId.class::cast)
                        .collect(Collectors.toSet()));
        Set<String> named = rows.orgs();
        for (Claim claim : claims) {
            claim.person().places().forEach(place -> named.add(place.org()));
            Stream.ofNullable(claim.person().otherwise()).forEach(place -> named.add(place.org()));
        }
        Map<String, RosterOrg> orgs = rosters.orgs(source, named);
        List<Stand> stands = new ArrayList<>();
        for (Claim claim : claims) {
            OneRosterPerson person = claim.person();
            String mac = rosters.personMac(roster.system(), person.key());
            Map<String, Collection<RosterPlace>> byPerson = rows.of(claim.key());
            Collection<RosterPlace> own = places(roster, person, byPerson.getOrDefault(mac, List.of()), orgs);
            byPerson.put(mac, own);
            RosterState state = RosterState.of(rows.all(claim.key()), orgs, register, roster.today());
            LocalDate back = person.takenBack();
            stands.add(new Stand(claim, own, back == null ? state : state.orLeftOn(back)));
        }
        return stands;
    }

    /** All rows about one person: those kept, with the file's in the place of the same ones; of a complete file its own alone. */
    private Collection<RosterPlace> places(
            Roster roster, OneRosterPerson person, Collection<RosterPlace> kept, Map<String, RosterOrg> orgs) {
        String otherwise = rosters.otherwiseMac(roster.system(), person.key());
        Map<String, RosterPlace> own = new LinkedHashMap<>();
        RosterPlace stoodFor = null;
        for (RosterPlace one : kept) {
            if (one.id().equals(otherwise)) {
                stoodFor = one;
            } else if (!person.isWhole()) {
                own.put(one.id(), one);
            }
        }
        for (RosterPlace place : person.places()) {
            String id = rosters.placeMac(roster.system(), person.key(), place);
            own.put(id, place.as(id));
        }
        boolean atSchool = own.values().stream()
                .map(place -> orgs.get(place.org()))
                .anyMatch(org -> org != null && org.isSchool());
        if (!atSchool) {
            RosterPlace instead = person.otherwise() == null ? stoodFor : person.otherwise();
            if (instead != null) {
                own.put(otherwise, instead.as(otherwise));
            }
        }
        LocalDate takenBack = person.takenBack();
        if (takenBack != null) {
            own.replaceAll((_, place) -> place.takenBack(takenBack));
        }
        return own.values();
    }

    /** Rows that are taken back by their ids alone: who each is about is known from the file that said it. */
    private void takeBack(ImportStatus status, Roster roster, RegisterEdition register, Answers answers)
            throws Exception {
        Map<String, Deletion> byRow = new LinkedHashMap<>();
        roster.deletions().forEach(deletion -> byRow.put(rosters.rowMac(roster.system(), deletion.id()), deletion));
        Map<String, StudentId> students = rosters.studentsOfRows(byRow.keySet());
        Map<StudentId, StudentId> meant = index.meant(Set.copyOf(students.values()));
        students.replaceAll((_, entry) -> Objects.requireNonNull(meant.get(entry)));
        answers.leaveOut(
                OutOfScope.NOTHING_TO_DELETE,
                roster.deletions().stream()
                        .filter(deletion -> !students.containsKey(rosters.rowMac(roster.system(), deletion.id())))
                        .count());
        String source = rosters.source(roster.system());
        Rows rows = rows(source, Set.copyOf(students.values()));
        Map<String, RosterOrg> orgs = rosters.orgs(source, rows.orgs());
        List<StatedStudent> stated = new ArrayList<>();
        List<Person> kept = new ArrayList<>();
        for (StudentId student : new LinkedHashSet<>(students.values())) {
            rows.of(student)
                    .replaceAll((_, places) -> places.stream()
                            .map(place -> takenBack(place, byRow.get(place.id())))
                            .toList());
            RosterState state = RosterState.of(rows.all(student), orgs, register, roster.today());
            stated.add(new StatedStudent(
                    student, KnownBy.ENTRY, null, StatedStatistics.NOTHING, state.placements(), state.departures()));
            rows.of(student).forEach((person, places) -> kept.add(new Person(person, student, places, there(state))));
        }
        for (Recorded recorded : recorder.record(stated)) {
            long lines = roster.deletions().stream()
                    .filter(deletion ->
                            recorded.student().equals(students.get(rosters.rowMac(roster.system(), deletion.id()))))
                    .count();
            if (recorded.changed()) {
                answers.change(lines);
            } else {
                answers.repeat(lines);
            }
        }
        rosters.keep(source, status.importId(), kept);
    }

    /**
     * Ends, as of that day, what the import's source said of students who were missing from its file.
     *
     * @param missing who of them
     * @return of how many an enrolment ended
     */
    long end(ImportId from, List<StudentId> missing, LocalDate lastDay, LocalDate today, RegisterEdition register)
            throws Exception {
        if (missing.isEmpty()) {
            return 0;
        }
        String source = rosters.sourceOfMissing(from).orElseThrow();
        Set<StudentId> children =
                new LinkedHashSet<>(index.meant(Set.copyOf(missing)).values());
        Rows rows = rows(source, children);
        Map<String, RosterOrg> orgs = rosters.orgs(source, rows.orgs());
        List<StatedStudent> stated = new ArrayList<>();
        List<Person> kept = new ArrayList<>();
        for (StudentId student : children) {
            rows.of(student)
                    .replaceAll((_, places) -> places.stream()
                            .map(place -> place.isCurrent(today) ? place.takenBack(lastDay) : place)
                            .toList());
            RosterState state = RosterState.of(rows.all(student), orgs, register, today);
            stated.add(new StatedStudent(
                    student, KnownBy.ENTRY, null, StatedStatistics.NOTHING, state.placements(), state.departures()));
            rows.of(student).forEach((person, places) -> kept.add(new Person(person, student, places, false)));
        }
        rosters.keep(source, from, kept);
        return recorder.record(stated).stream().filter(Recorded::changed).count();
    }

    private static RosterPlace takenBack(RosterPlace place, @Nullable Deletion deletion) {
        return deletion == null ? place : place.takenBack(deletion.day());
    }
}
