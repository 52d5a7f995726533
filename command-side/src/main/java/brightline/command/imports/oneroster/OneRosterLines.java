package brightline.command.imports.oneroster;

import brightline.command.fields.NumberFault;
import brightline.command.imports.file.Cells;
import brightline.command.imports.file.LineRejected;
import brightline.events.Code;
import brightline.events.Stated;
import brightline.events.WordsForNothing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One person's lines of a roster as what they say, file by file. */
final class OneRosterLines {
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 100;
    private static final int OLDEST = 120;
    private static final String STUDENT = "student";

    private static final Map<String, String> SEXES = Map.of(
            "male",
            "M",
            "m",
            "M",
            "female",
            "F",
            "f",
            "F",
            "other",
            "X",
            "x",
            "X",
            "nonbinary",
            "X",
            "non-binary",
            "X");

    /** In the order in which they are looked at. */
    private static final List<Map.Entry<String, String>> RACES = List.of(
            Map.entry("americanIndianOrAlaskaNative", "NATIVE_AMERICAN"),
            Map.entry("asian", "ASIAN"),
            Map.entry("blackOrAfricanAmerican", "BLACK"),
            Map.entry("nativeHawaiianOrOtherPacificIslander", "PACIFIC_ISLANDER"),
            Map.entry("white", "WHITE"));

    private OneRosterLines() {}

    /**
     * @param number null where the person is taken back, or is no student
     * @param firstName, lastName null where the person has one name only
     * @param gradeBand null where the grades tell none, or several
     * @param takenBack the day on which the person was taken back; null if not
     * @param isStudent whether the line itself says so, as it does in OneRoster 1.1
     * @param places where it says the person is, as it does in OneRoster 1.1
     */
    record User(
            @Nullable String number,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable Code gradeBand,
            String org,
            @Nullable LocalDate takenBack,
            boolean isDisabled,
            boolean isStudent,
            List<RosterPlace> places) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    record Role(boolean student, RosterPlace place) {}

    record Enrollment(
            boolean student,
            String school,
            boolean deleted,
            @Nullable LocalDate from) {}

    /** What demographics say. Null is what they do not. */
    record Demographics(
            @Nullable LocalDate birthDate,
            @Nullable Code race,
            @Nullable Code sex) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** @param withRoles whether its own line says what a person is and where, as in OneRoster 1.1 */
    static User user(OneRosterCells cells, boolean withRoles, LocalDate today) throws LineRejected {
        if (cells.deleted()) {
            return new User(null, null, null, null, "", takenBack(cells, today), false, false, List.of());
        }
        boolean student = withRoles && STUDENT.equals(cells.word("role"));
        if (withRoles && !student && !cells.text("role").isEmpty()) {
            return new User(null, null, null, null, "", null, false, false, List.of());
        }
        String number = cells.required("identifier", LONGEST_NUMBER);
        String first = cells.name("givenName", LONGEST_NAME);
        String last = cells.name("familyName", LONGEST_NAME);
        if (first == null && last == null) {
            throw new LineRejected("familyName", "must be given, or givenName");
        }
        if (WordsForNothing.isNoName(first, last)) {
            throw new LineRejected("familyName", "stands for no name");
        }
        return new User(
                Cells.mustBeNumber("identifier", number),
                first,
                last,
                gradeBand(cells),
                cells.text("primaryOrgSourcedId"),
                null,
                cells.flag("enabledUser") == Stated.NO,
                student,
                student ? places(cells.text("orgSourcedIds")) : List.of());
    }

    /** Of OneRoster 1.1: one open row at each organisation, the first of them the primary one. */
    private static List<RosterPlace> places(String orgs) throws LineRejected {
        List<RosterPlace> places = new ArrayList<>();
        for (String org : orgs.split(",", -1)) {
            String fault = org.isBlank() ? null : NumberFault.ofCode(org);
            if (fault != null) {
                throw new LineRejected("orgSourcedIds", fault);
            }
            if (!org.isBlank()) {
                places.add(new RosterPlace("", org.strip(), places.isEmpty(), null, null, false));
            }
        }
        return places;
    }

    /** The day the line bears; today where it bears none, or a later one. */
    static LocalDate takenBack(OneRosterCells cells, LocalDate today) {
        LocalDate day = cells.changedOn();
        return day == null || day.isAfter(today) ? today : day;
    }

    private static @Nullable Code gradeBand(OneRosterCells cells) {
        Set<String> bands = new LinkedHashSet<>();
        String grades = cells.text("grades");
        for (String grade : grades.isEmpty() ? new String[0] : grades.split("[,;|]", -1)) {
            if (WordsForNothing.isWord(grade)) {
                continue;
            }
            RosterGrade known = RosterGrade.of(grade);
            if (known == null) {
                cells.note(OneRosterNotes.GRADES);
            } else {
                bands.add(known.band());
            }
        }
        String only = bands.size() == 1 ? bands.iterator().next() : "";
        return only.isEmpty() ? null : new Code("grade-band", only);
    }

    /** @param orgs a role is at one of them */
    static Role role(OneRosterCells cells, OneRosterOrgs orgs, LocalDate today) throws LineRejected {
        boolean student = cells.required("role", OneRosterCells.LONGEST_ID).equalsIgnoreCase(STUDENT);
        String org = cells.required("orgSourcedId", OneRosterCells.LONGEST_ID);
        boolean deleted = cells.deleted();
        if (student && !deleted && orgs.find(org).isEmpty()) {
            throw new LineRejected("orgSourcedId", "no line of orgs.csv has this sourcedId");
        }
        RosterPlace place = new RosterPlace(
                cells.text("sourcedId"),
                org,
                !"secondary".equals(cells.word("roleType")),
                cells.day("beginDate"),
                cells.day("endDate"),
                false);
        return new Role(student, deleted ? place.takenBack(takenBack(cells, today)) : place);
    }

    static Enrollment enrollment(OneRosterCells cells) throws LineRejected {
        return new Enrollment(
                cells.required("role", OneRosterCells.LONGEST_ID).equalsIgnoreCase(STUDENT),
                cells.required("schoolSourcedId", OneRosterCells.LONGEST_ID),
                cells.deleted(),
                cells.day("beginDate"));
    }

    static Demographics demographics(OneRosterCells cells, LocalDate today) {
        if (cells.deleted()) {
            return new Demographics(null, null, null);
        }
        LocalDate birth = cells.day("birthDate");
        if (birth != null && (birth.isAfter(today) || birth.isBefore(today.minusYears(OLDEST)))) {
            cells.note(OneRosterNotes.unreadable(OneRosterFile.DEMOGRAPHICS, "birthDate"));
            birth = null;
        }
        String sex = "unspecified".equals(cells.word("sex")) ? null : cells.oneOf("sex", SEXES);
        return new Demographics(birth, race(cells), sex == null ? null : new Code("sex", sex));
    }

    /**
     * Hispanic of any race, then two or more, as federal and OJJDP tables have it. What is nowhere true is not stated, and nothing where a
     * column is missing that might say otherwise.
     */
    private static @Nullable Code race(OneRosterCells cells) {
        boolean all = Stream.concat(
                        RACES.stream().map(Map.Entry::getKey),
                        Stream.of("demographicRaceTwoOrMoreRaces", "hispanicOrLatinoEthnicity"))
                .allMatch(cells.row()::has);
        if (!all) {
            cells.note(OneRosterNotes.NO_RACE);
            return null;
        }
        List<String> ticked = new ArrayList<>();
        for (Map.Entry<String, String> race : RACES) {
            if (cells.flag(race.getKey()) == Stated.YES) {
                ticked.add(race.getValue());
            }
        }
        boolean several = cells.flag("demographicRaceTwoOrMoreRaces") == Stated.YES || ticked.size() > 1;
        if (cells.flag("hispanicOrLatinoEthnicity") == Stated.YES) {
            return new Code("race", "HISPANIC");
        }
        if (several) {
            return new Code("race", "MULTIRACIAL");
        }
        return ticked.isEmpty() ? null : new Code("race", ticked.getFirst());
    }
}
