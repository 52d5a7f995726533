package brightline.command.imports.contacts;

import brightline.command.imports.file.*;
import brightline.command.imports.file.FormatGuide.Holds;
import brightline.command.register.RegisterEdition;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.events.Code;
import brightline.events.InvolvementRole;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.agency.AgencySettings;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * California's public stop file, layout of 2018 to 2023: one row per person stopped. Which columns there are, under which
 * names, and what they are good for is {@code california_stop_columns.csv}; what a tick means is the code lists' business.
 * Nobody is named in it: the student is not identified, and race is the officer's perception.
 */
@Component
@Order(2)
final class CaliforniaStopData implements LineFormat<ImportedContact> {
    static final String NAME = "california-stop-data";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("M/d/uuuu").withResolverStyle(ResolverStyle.STRICT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("H:mm[:ss]").withResolverStyle(ResolverStyle.STRICT);
    private static final List<String> TICKED_LISTS = List.of(
            "ca-suspicion", "ca-action", "ca-result", "ca-basis", "ca-contraband", "ca-seizure-basis", "ca-seized");
    private static final Code STOP_ONLY = new Code("ca-action", "STOP_ONLY");
    /** Of the layout. */
    private static final LocalDate LAST_DAY = LocalDate.of(2023, 12, 31);

    /** Capital letters and digits, for instance CA0980100. */
    private static final Pattern ORI = Pattern.compile("[A-Z]{2,6}[0-9][A-Z0-9]{2,7}");

    private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=[0-9])");

    /** What only schools do, and with students. */
    private static final List<String> STUDENTS_RESULTS =
            List.of("ROS_REFERRAL_SCHOOL_ADMIN", "ROS_REFERRAL_SCHOOL_COUNSELOR");

    private static final Note RESULT_OF_NO_STUDENT =
            Note.ofRecords("Out of scope, for STOP_STUDENT is not 1, though their result is a referral to a school");

    /** Names that the layout of 2024 brought. */
    private static final Set<String> OF_2024 = Set.of(
            "G_CISGENDER_MAN",
            "G_CISGENDER_WOMAN",
            "G_NONBINARY_PERSON",
            "SOR_LGB",
            "ROS_VERBAL_WARNING",
            "ROS_WRITTEN_WARNING");

    private static final List<Map<String, String>> ROWS = FormatColumn.rows("california_stop_columns.csv");

    /** The list of each column that says what of the Education Code a reason was. */
    private static final List<Map.Entry<String, String>> SECTIONS = List.of(
            Map.entry("RFS_EC_DISCIPLINE_CODE", "ca-ec-section"), Map.entry("RFS_EC_DISCIPLINE", "ca-ec-48900"));

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

    private static final FormatGuide GUIDE = FormatGuide.ofLines(
            NAME,
            "California stop data (RIPA)",
            "California's public stop file, layout of 2018 to 2023, one row per person stopped.",
            Holds.CONTACTS,
            ROWS.stream().map(CaliforniaStopData::column).toList(),
            "Taken are rows with STOP_STUDENT = 1 and K12_SCHOOL_GROUNDS = 1; the others are out of scope.",
            "Where the agency's settings hold its own identifiers, rows with another AGENCY_ORI are out of scope; where they hold none, the rows of"
                    + " every agency are taken, and each is noted with how many.",
            "AGENCY_ORI, DOJ_RECORD_ID and PERSON_NUMBER together are the key of a row.",
            LineRecorder.KNOWN_KEYS.formatted("AGENCY_ORI, DOJ_RECORD_ID and PERSON_NUMBER"),
            "Columns marked * must be in the header, under their name or the one in parentheses: a file of another layout lacks some. A value must"
                    + " stand in AGENCY_ORI, DOJ_RECORD_ID, PERSON_NUMBER, DATE_OF_STOP, TIME_OF_STOP, SCHOOL_CODE and REASON_FOR_STOP; the"
                    + " other cells may be blank.",
            "A cell about the person that cannot be read is not stated; that is noted, and costs the row nothing else.");

    /** Columns that are kept as they stand. */
    private static final List<String> VALUES = ROWS.stream()
            .filter(column -> Set.of("value", "school").contains(column.getOrDefault("use", "")))
            .map(column -> column.getOrDefault("column", ""))
            .toList();

    private final LineRecorder recorder;

    CaliforniaStopData(LineRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public FormatGuide guide() {
        return GUIDE;
    }

    @Override
    public FileSchools.Columns namesSchools() {
        return new FileSchools.Columns("SCHOOL_CODE", "SCHOOL_NAME");
    }

    @Override
    public @Nullable String otherLayout(Set<String> columns) {
        return columns.stream().anyMatch(OF_2024::contains)
                ? "it is of the layout of 2024, and the layout of 2018 to 2023 is read"
                : null;
    }

    @Override
    public void take(ImportStatus status, List<ImportedContact> contacts, RegisterEdition known, Answers answers)
            throws Exception {
        recorder.take(status, contacts, known, answers);
    }

    @Override
    public @Nullable OutOfScope outOfScope(Cells cells) throws LineRejected {
        String agency = cells.text("AGENCY_ORI");
        AgencySettings own = cells.register().agency();
        if (!agency.isEmpty() && !own.takesRowsOf(agency)) {
            return OutOfScope.OTHER_AGENCY;
        }
        if (!agency.isEmpty() && own.identifiers().isEmpty()) {
            cells.note(ofAgency(agency));
        }
        if (!ticked(cells, "STOP_STUDENT")) {
            if (STUDENTS_RESULTS.stream().anyMatch(column -> cells.text(column).equals("1"))) {
                cells.note(RESULT_OF_NO_STUDENT);
            }
            return OutOfScope.NO_STUDENT;
        }
        return ticked(cells, "K12_SCHOOL_GROUNDS") ? null : OutOfScope.NOT_AT_SCHOOL;
    }

    /** Named only where it is written as such an identifier is: whatever else stands there is not repeated. */
    private static Note ofAgency(String identifier) {
        return Note.ofRecords(
                ORI.matcher(identifier).matches()
                        ? "Rows of the agency with the ORI " + identifier
                        : "Rows of an agency whose ORI is not written as one");
    }

    /** What is read must be there: a file of another layout lacks some of it. */
    private static FormatColumn column(Map<String, String> row) {
        String name = row.getOrDefault("column", "");
        String meaning = row.getOrDefault("meaning", "");
        String other = row.getOrDefault("alternative", "");
        return new FormatColumn(
                null,
                name,
                other.isEmpty() ? null : other,
                !meaning.endsWith("ot used"),
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
    public ImportedContact read(Cells cells) throws LineRejected {
        List<String> stop = List.of(cells.required("AGENCY_ORI"), cells.key("DOJ_RECORD_ID"));
        List<String> person = List.of(stop.get(0), stop.get(1), cells.key("PERSON_NUMBER"));
        LocalDate day = day(cells);
        Instant at = cells.inZone("TIME_OF_STOP", time(cells).atDate(day), true);
        cells.notToCome("DATE_OF_STOP", at);
        List<Code> conduct = conduct(cells, day);
        List<Code> codes = new ArrayList<>(conduct);
        List<CodeEntry> acts = new ArrayList<>();
        for (String list : TICKED_LISTS) {
            for (CodeEntry entry : CodeLists.standard().validOn(list, day)) {
                String column = entry.attribute("column");
                if (column == null || column.endsWith("_CDS") || !ticked(cells, column)) {
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
        SchoolCode school = cells.requiredSchool("SCHOOL_CODE");
        return new ImportedContact(
                cells.line(),
                new SourceKey(NAME, "incident", stop),
                new SourceKey(NAME, "person", person),
                String.join("|", person),
                school,
                cells.orNull("SCHOOL_NAME"),
                ImportedContact.named(cells, school),
                null,
                Stated.MISSING,
                List.of(),
                new ContactFacts(
                        InvolvementRole.SUBJECT,
                        at,
                        new Code("initiator", initiator(cells)),
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
                Set.of(),
                null,
                statistics(cells),
                null,
                codes,
                values(cells),
                compared(cells));
    }

    /** In one spelling, without what is read into the facts. */
    private static Map<String, String> compared(Cells cells) throws LineRejected {
        Map<String, String> compared = new LinkedHashMap<>(values(cells));
        compared.keySet().removeAll(List.of("DATE_OF_STOP", "TIME_OF_STOP", "CALL_FOR_SERVICE"));
        if (ticked(cells, "CALL_FOR_SERVICE")) {
            compared.put("CALL_FOR_SERVICE", "1");
        }
        compared.computeIfPresent(
                "STOP_DURATION", (_, minutes) -> LEADING_ZEROS.matcher(minutes).replaceFirst(""));
        return compared;
    }

    private static Map<String, String> values(Cells cells) {
        return VALUES.stream()
                .filter(column -> !cells.text(column).isEmpty())
                .collect(Collectors.toMap(column -> column, cells::text, (one, _) -> one, LinkedHashMap::new));
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

    /** A 0 is no section and no subdivision; every stop has a reason, and 0 is none. */
    private static List<Code> conduct(Cells cells, LocalDate day) throws LineRejected {
        List<Code> conduct = new ArrayList<>();
        conduct.add(cells.requiredCode("REASON_FOR_STOP", "ca-reason", day));
        for (Map.Entry<String, String> column : SECTIONS) {
            Code code = cells.text(column.getKey()).equals("0")
                    ? null
                    : cells.code(column.getKey(), column.getValue(), day);
            if (code != null) {
                conduct.add(code);
            }
        }
        return conduct;
    }

    private static String initiator(Cells cells) throws LineRejected {
        if (cells.text("REASON_FOR_STOP").equals("4")) {
            return "WARRANT";
        }
        return ticked(cells, "CALL_FOR_SERVICE") ? "DISPATCH" : "OFFICER";
    }

    private static LocalDate day(Cells cells) throws LineRejected {
        try {
            return LocalDate.parse(cells.required("DATE_OF_STOP"), DATE);
        } catch (DateTimeException e) {
            throw new LineRejected("DATE_OF_STOP", "is no date of the form MM/DD/YYYY");
        }
    }

    private static LocalTime time(Cells cells) throws LineRejected {
        try {
            return LocalTime.parse(cells.required("TIME_OF_STOP"), TIME);
        } catch (DateTimeException e) {
            throw new LineRejected("TIME_OF_STOP", "is no time of the form HH:MM:SS");
        }
    }

    /** What officers perceive is not what schools have on record: a perceived disability says neither IDEA nor 504. */
    private static Statistics statistics(Cells cells) {
        boolean noDisability = seems(cells, "PD_NONE_DISABILITY");
        return new Statistics(
                race(cells),
                sex(cells),
                null,
                number(cells, "AGE", 120),
                noDisability ? new Code("disability", "NONE") : null,
                Stated.orMissing(cells.ifReadable(
                        "LIMITED_ENGLISH_FLUENCY",
                        column ->
                                cells.text(column).isEmpty() ? null : ticked(cells, column) ? Stated.YES : Stated.NO)),
                null);
    }

    private static @Nullable Code race(Cells cells) {
        Integer full = number(cells, "RAE_FULL", RACES.size());
        if (full != null) {
            return new Code("race", RACES.get(full - 1));
        }
        List<String> flagged = new ArrayList<>();
        for (int i = 0; i < RACES.size(); i++) {
            if (seems(cells, RACE_FLAGS.get(i))) {
                flagged.add(RACES.get(i));
            }
        }
        return switch (flagged.size()) {
            case 0 -> null;
            case 1 -> new Code("race", flagged.getFirst());
            default -> new Code("race", "MULTIRACIAL");
        };
    }

    private static @Nullable Code sex(Cells cells) {
        boolean male = seems(cells, "G_MALE");
        return switch (number(cells, "G_FULL", 9)) {
            case null -> male == seems(cells, "G_FEMALE") ? null : new Code("sex", male ? "M" : "F");
            case 1 -> new Code("sex", "M");
            case 2 -> new Code("sex", "F");
            default -> new Code("sex", "X");
        };
    }

    /** Null for 0 and for a cell that is blank or cannot be read. */
    private static @Nullable Integer number(Cells cells, String column, int highest) {
        Integer number = cells.ifReadable(column, one -> cells.number(one, highest));
        return number == null || number == 0 ? null : number;
    }

    /** A tick about the person: none where the cell cannot be read. */
    private static boolean seems(Cells cells, String column) {
        return Boolean.TRUE.equals(cells.ifReadable(column, one -> ticked(cells, one)));
    }

    private static boolean ticked(Cells cells, String column) throws LineRejected {
        return switch (cells.text(column)) {
            case "", "0" -> false;
            case "1" -> true;
            default -> throw new LineRejected(column, "must be 0, 1 or blank");
        };
    }
}
