package brightline.command.imports;

import brightline.command.register.RegisterEdition;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.events.Code;
import brightline.events.InvolvementRole;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.code.ShippedTable;
import brightline.events.interaction.ContactFacts;
import brightline.events.interaction.PoliceAction;
import brightline.events.interaction.Treatment;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * California's public stop file, layout of 2018 to 2023: one row per person stopped. Which columns there are, under which
 * names, and what they are good for is {@code california_stop_columns.csv}; what a tick means is the code lists' business.
 * Nobody is named in it: the student is not identified, and race is the officer's perception.
 */
final class CaliforniaStopData implements LineFormat {
    static final String NAME = "california-stop-data";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("MM/dd/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final List<String> TICKED_LISTS = List.of(
            "ca-suspicion", "ca-action", "ca-result", "ca-basis", "ca-contraband", "ca-seizure-basis", "ca-seized");
    private static final Code STOP_ONLY = new Code("ca-action", "STOP_ONLY");
    /** Of the layout. */
    private static final LocalDate LAST_DAY = LocalDate.of(2023, 12, 31);

    private static final Set<String> REQUIRED = Set.of(
            "AGENCY_ORI",
            "DOJ_RECORD_ID",
            "PERSON_NUMBER",
            "DATE_OF_STOP",
            "TIME_OF_STOP",
            "SCHOOL_CODE",
            "REASON_FOR_STOP",
            "STOP_STUDENT",
            "K12_SCHOOL_GROUNDS");
    private static final List<Map<String, String>> ROWS =
            ShippedTable.read(CaliforniaStopData.class, "california_stop_columns.csv");
    private static final List<FormatColumn> COLUMNS =
            ROWS.stream().map(CaliforniaStopData::column).toList();

    /** Code list {@code race} in the order of RAE_FULL, from 1; the last one has no flag that alone would say it. */
    private static final List<String> RACES = List.of(
            "ASIAN",
            "BLACK",
            "HISPANIC",
            "MIDDLE_EASTERN_SOUTH_ASIAN",
            "NATIVE_AMERICAN",
            "PACIFIC_ISLANDER",
            "WHITE",
            "MULTIRACIAL");

    private static final List<String> RACE_FLAGS = List.of(
            "RAE_ASIAN",
            "RAE_BLACK_AFRICAN_AMERICAN",
            "RAE_HISPANIC_LATINO",
            "RAE_MIDDLE_EASTERN_SOUTH_ASIAN",
            "RAE_NATIVE_AMERICAN",
            "RAE_PACIFIC_ISLANDER",
            "RAE_WHITE",
            "RAE_MULTI_RACIAL");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "California stop data (RIPA)";
    }

    @Override
    public String about() {
        return "California's public stop file, layout of 2018 to 2023, one row per person stopped.";
    }

    @Override
    public Holds holds() {
        return Holds.CONTACTS;
    }

    @Override
    public List<FormatColumn> columns() {
        return COLUMNS;
    }

    @Override
    public List<String> notes() {
        return List.of(
                "Taken are rows with STOP_STUDENT = 1 and K12_SCHOOL_GROUNDS = 1; the others are out " + "of scope.",
                "AGENCY_ORI, DOJ_RECORD_ID and PERSON_NUMBER together are the key of a row; a row "
                        + "taken in before changes nothing.",
                "Every column must be in the header, under its name or the one in parentheses; most "
                        + "cells may be blank.",
                "UTF-8, comma-separated, a header line, one record per line, no line break inside "
                        + "quotes. Columns in any order; columns not named here are ignored.");
    }

    @Override
    public boolean takesAssumedImminence() {
        return true;
    }

    private static FormatColumn column(Map<String, String> row) {
        String name = row.getOrDefault("column", "");
        String meaning = row.getOrDefault("meaning", "");
        String other = row.getOrDefault("alternative", "");
        return new FormatColumn(
                null,
                name,
                other.isEmpty() ? null : other,
                REQUIRED.contains(name),
                meaning.isEmpty() ? ticked(name) + ": 1 for yes, 0 or blank for no" : meaning,
                List.of(),
                row.getOrDefault("example", ""));
    }

    /** What a tick means, as the code lists have it. */
    private static String ticked(String column) {
        return TICKED_LISTS.stream()
                .flatMap(list -> CodeLists.standard().validOn(list, LAST_DAY).stream())
                .filter(entry -> column.equals(entry.attribute("column")))
                .map(CodeEntry::name)
                .findFirst()
                .orElse(column);
    }

    @Override
    public Reader reader(Header header) throws FileRefused {
        Map<String, Integer> places = new HashMap<>();
        Map<String, Integer> values = new LinkedHashMap<>();
        for (Map<String, String> column : ROWS) {
            String name = column.getOrDefault("column", "");
            String alternative = column.getOrDefault("alternative", "");
            String found = alternative.isEmpty()
                    ? LineFormat.firstOf(header, name)
                    : LineFormat.firstOf(header, name, alternative);
            places.put(name, header.place(found));
            if ("value".equals(column.get("use")) || "school".equals(column.get("use"))) {
                values.put(name, header.place(found));
            }
        }
        return (line, row, register, now) -> new Stop(row, places).contact(line, values, register, now);
    }

    /** One row. */
    private record Stop(Header.Row row, Map<String, Integer> places) {

        LineAnswer contact(long line, Map<String, Integer> values, RegisterEdition register, Instant now)
                throws LineRejected {
            if (!ticked("STOP_STUDENT")) {
                return OutOfScope.NO_STUDENT;
            }
            if (!ticked("K12_SCHOOL_GROUNDS")) {
                return OutOfScope.NOT_AT_SCHOOL;
            }
            List<String> stop = List.of(required("AGENCY_ORI"), required("DOJ_RECORD_ID"));
            List<String> person = List.of(stop.get(0), stop.get(1), required("PERSON_NUMBER"));
            LocalDate day = day();
            Instant at = time().atDate(day).atZone(register.agency().zone()).toInstant();
            if (at.isAfter(now)) {
                throw new LineRejected("DATE_OF_STOP", "lies in the future");
            }
            List<Code> conduct = conduct(day);
            List<Code> codes = new ArrayList<>(conduct);
            List<CodeEntry> acts = new ArrayList<>();
            for (String list : TICKED_LISTS) {
                for (CodeEntry entry : CodeLists.standard().validOn(list, day)) {
                    String column = entry.attribute("column");
                    if (column == null || column.endsWith("_CDS") || !ticked(column)) {
                        continue;
                    }
                    codes.add(entry.key());
                    if (list.equals("ca-suspicion")) {
                        conduct.add(entry.key());
                    } else if (entry.level() != null) {
                        acts.add(entry);
                    }
                }
            }
            return new ImportedContact(
                    line,
                    new SourceKey(NAME, "incident", stop),
                    new SourceKey(NAME, "person", person),
                    school(),
                    cell("SCHOOL_NAME").isEmpty() ? null : cell("SCHOOL_NAME"),
                    null,
                    Stated.MISSING,
                    List.of(),
                    new ContactFacts(
                            InvolvementRole.SUBJECT,
                            at,
                            new Code("initiator", initiator()),
                            null,
                            null,
                            null,
                            null,
                            conduct,
                            actions(acts),
                            Treatment.NONE,
                            null,
                            List.of(),
                            List.of()),
                    null,
                    statistics(),
                    null,
                    codes,
                    valuesOf(values));
        }

        private Map<String, String> valuesOf(Map<String, Integer> columns) {
            Map<String, String> values = new LinkedHashMap<>();
            columns.forEach((column, place) -> {
                if (!row.at(place).isEmpty()) {
                    values.put(column, row.at(place));
                }
            });
            return values;
        }

        /** What carries no level of its own, such as a consent, is no act; it stands among the source's codes. */
        private static List<PoliceAction> actions(List<CodeEntry> acts) {
            List<Code> codes = acts.isEmpty()
                    ? List.of(STOP_ONLY)
                    : acts.stream().map(CodeEntry::key).toList();
            List<PoliceAction> actions = new ArrayList<>();
            for (Code code : codes) {
                actions.add(new PoliceAction(
                        actions.size() + 1, code, null, null, Stated.MISSING, null, null, null, null, null));
            }
            return actions;
        }

        private List<Code> conduct(LocalDate day) throws LineRejected {
            required("REASON_FOR_STOP");
            List<Code> conduct = new ArrayList<>();
            code("REASON_FOR_STOP", "ca-reason", day, conduct);
            code("RFS_EC_DISCIPLINE_CODE", "ca-ec-section", day, conduct);
            code("RFS_EC_DISCIPLINE", "ca-ec-48900", day, conduct);
            return conduct;
        }

        private void code(String column, String list, LocalDate day, List<Code> into) throws LineRejected {
            String cell = cell(column);
            if (cell.isEmpty() || cell.equals("0")) {
                return;
            }
            Code code = new Code(list, cell);
            if (CodeLists.standard().find(code, day).isEmpty()) {
                throw new LineRejected(column, "is no code of the list " + list + " on that day");
            }
            into.add(code);
        }

        private String initiator() throws LineRejected {
            if (cell("REASON_FOR_STOP").equals("4")) {
                return "WARRANT";
            }
            return ticked("CALL_FOR_SERVICE") ? "DISPATCH" : "OFFICER";
        }

        private SchoolCode school() throws LineRejected {
            String code = required("SCHOOL_CODE");
            if (code.length() > 40) {
                throw new LineRejected("SCHOOL_CODE", "is longer than 40 characters");
            }
            return new SchoolCode(code);
        }

        private LocalDate day() throws LineRejected {
            try {
                return LocalDate.parse(required("DATE_OF_STOP"), DATE);
            } catch (DateTimeException e) {
                throw new LineRejected("DATE_OF_STOP", "is no date of the form MM/DD/YYYY");
            }
        }

        private LocalTime time() throws LineRejected {
            try {
                return LocalTime.parse(required("TIME_OF_STOP"));
            } catch (DateTimeException e) {
                throw new LineRejected("TIME_OF_STOP", "is no time of the form HH:MM:SS");
            }
        }

        /** What officers perceive is not what schools have on record: a perceived disability says neither IDEA nor 504. */
        private Statistics statistics() throws LineRejected {
            boolean noDisability = ticked("PD_NONE_DISABILITY");
            String english = cell("LIMITED_ENGLISH_FLUENCY");
            return new Statistics(
                    race(),
                    sex(),
                    null,
                    age(),
                    noDisability ? new Code("disability", "NONE") : null,
                    english.isEmpty() ? Stated.MISSING : ticked("LIMITED_ENGLISH_FLUENCY") ? Stated.YES : Stated.NO,
                    null);
        }

        private @Nullable Code race() throws LineRejected {
            int full = number("RAE_FULL", RACES.size());
            if (full > 0) {
                return new Code("race", RACES.get(full - 1));
            }
            List<String> flagged = new ArrayList<>();
            for (int i = 0; i < RACES.size(); i++) {
                if (ticked(RACE_FLAGS.get(i))) {
                    flagged.add(RACES.get(i));
                }
            }
            return switch (flagged.size()) {
                case 0 -> null;
                case 1 -> new Code("race", flagged.getFirst());
                default -> new Code("race", "MULTIRACIAL");
            };
        }

        private @Nullable Code sex() throws LineRejected {
            int full = number("G_FULL", 9);
            return switch (full) {
                case 0 -> ticked("G_MALE") == ticked("G_FEMALE") ? null : new Code("sex", ticked("G_MALE") ? "M" : "F");
                case 1 -> new Code("sex", "M");
                case 2 -> new Code("sex", "F");
                default -> new Code("sex", "X");
            };
        }

        private @Nullable Integer age() throws LineRejected {
            int age = number("AGE", 120);
            return age == 0 ? null : age;
        }

        private int number(String column, int highest) throws LineRejected {
            String cell = cell(column);
            if (cell.isEmpty()) {
                return 0;
            }
            if (cell.length() <= 3 && cell.chars().allMatch(c -> c >= '0' && c <= '9')) {
                int number = Integer.parseInt(cell);
                if (number <= highest) {
                    return number;
                }
            }
            throw new LineRejected(column, "must be a number from 0 to " + highest + ", or blank");
        }

        private boolean ticked(String column) throws LineRejected {
            return switch (cell(column)) {
                case "", "0" -> false;
                case "1" -> true;
                default -> throw new LineRejected(column, "must be 0, 1 or blank");
            };
        }

        private String required(String column) throws LineRejected {
            String cell = cell(column);
            if (cell.isEmpty()) {
                throw new LineRejected(column, "must be given");
            }
            if (cell.length() > 200) {
                throw new LineRejected(column, "is longer than 200 characters");
            }
            return cell;
        }

        private String cell(String column) {
            return row.at(places.getOrDefault(column, -1));
        }
    }
}
