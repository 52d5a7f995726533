package brightline.command.imports.oneroster;

import brightline.command.imports.file.Cells;
import brightline.command.imports.file.LineRejected;
import brightline.events.Code;
import brightline.events.Stated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One person's lines of a roster as what they say, file by file. */
final class OneRosterLines {
    private static final int LONGEST_NUMBER = 40;
    private static final int LONGEST_NAME = 100;
    private static final int OLDEST = 120;
    private static final String STUDENT = "student";

    private static final Map<String, String> RACES = Map.of(
            "americanIndianOrAlaskaNative", "NATIVE_AMERICAN",
            "asian", "ASIAN",
            "blackOrAfricanAmerican", "BLACK",
            "nativeHawaiianOrOtherPacificIslander", "PACIFIC_ISLANDER",
            "white", "WHITE");

    private OneRosterLines() {}

    /** @param gradeBand null where the grades tell none, or several */
    record User(
            String number,
            String firstName,
            String lastName,
            @Nullable Code gradeBand,
            String org,
            boolean deleted) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** @param to null if open */
    record Role(
            boolean student,
            boolean primary,
            String org,
            boolean deleted,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        boolean isOver(LocalDate today) {
            return deleted || to != null && to.isBefore(today);
        }
    }

    record Enrollment(
            boolean student,
            String school,
            boolean deleted,
            @Nullable LocalDate from) {}

    /** What demographics say. Null is what they do not. */
    record Demographics(
            @Nullable LocalDate birthDate,
            @Nullable Code race,
            @Nullable Code sex,
            boolean deleted) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    static User user(OneRosterCells cells) throws LineRejected {
        return new User(
                Cells.mustBeNumber("identifier", cells.required("identifier", LONGEST_NUMBER)),
                cells.required("givenName", LONGEST_NAME),
                cells.required("familyName", LONGEST_NAME),
                gradeBand(cells.text("grades")),
                cells.text("primaryOrgSourcedId"),
                cells.deleted());
    }

    private static @Nullable Code gradeBand(String grades) throws LineRejected {
        Set<String> bands = new LinkedHashSet<>();
        for (String grade : grades.isEmpty() ? new String[0] : grades.split(",", -1)) {
            bands.add(band(grade.strip().toUpperCase(Locale.ROOT)));
        }
        String only = bands.size() == 1 ? bands.iterator().next() : "";
        return only.isEmpty() ? null : new Code("grade-band", only);
    }

    /** Of the grade codes of the specification (CEDS); those of no band say nothing of one. */
    private static String band(String grade) throws LineRejected {
        return switch (grade.length() == 1 ? "0" + grade : grade) {
            case "IT", "PR", "PK", "TK", "KG", "01", "02" -> "PK-2";
            case "03", "04", "05" -> "3-5";
            case "06", "07", "08" -> "6-8";
            case "09", "10", "11", "12" -> "9-12";
            case "13", "PS", "UG", "OTHER" -> "";
            default -> throw new LineRejected("grades", "is no grade code of the specification");
        };
    }

    /** @param orgs a role is at one of them */
    static Role role(OneRosterCells cells, OneRosterOrgs orgs) throws LineRejected {
        boolean student = cells.required("role", OneRosterCells.LONGEST_ID).equalsIgnoreCase(STUDENT);
        String org = cells.required("orgSourcedId", OneRosterCells.LONGEST_ID);
        if (student && orgs.find(org).isEmpty()) {
            throw new LineRejected("orgSourcedId", "no line of orgs.csv has this sourcedId");
        }
        return new Role(
                student,
                !"secondary".equals(cells.word("roleType")),
                org,
                cells.deleted(),
                cells.day("beginDate"),
                cells.day("endDate"));
    }

    static Enrollment enrollment(OneRosterCells cells) throws LineRejected {
        return new Enrollment(
                cells.required("role", OneRosterCells.LONGEST_ID).equalsIgnoreCase(STUDENT),
                cells.required("schoolSourcedId", OneRosterCells.LONGEST_ID),
                cells.deleted(),
                cells.day("beginDate"));
    }

    static Demographics demographics(OneRosterCells cells, LocalDate today) throws LineRejected {
        LocalDate birth = cells.day("birthDate");
        if (birth != null && (birth.isAfter(today) || birth.isBefore(today.minusYears(OLDEST)))) {
            throw new LineRejected("birthDate", "must be a day of the last " + OLDEST + " years");
        }
        return new Demographics(birth, race(cells), sex(cells), cells.deleted());
    }

    private static @Nullable Code sex(OneRosterCells cells) throws LineRejected {
        return switch (cells.word("sex")) {
            case "", "unspecified" -> null;
            case "male" -> new Code("sex", "M");
            case "female" -> new Code("sex", "F");
            case "other" -> new Code("sex", "X");
            default -> throw new LineRejected("sex", "must be male, female, other, unspecified or blank");
        };
    }

    /** Hispanic of any race, then two or more, as federal and OJJDP tables have it. What is nowhere true is not stated. */
    private static @Nullable Code race(OneRosterCells cells) throws LineRejected {
        List<String> ticked = new ArrayList<>();
        for (Map.Entry<String, String> race : RACES.entrySet()) {
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
