package brightline.command.imports.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import brightline.command.agency.AgencyCommand.ChangeSettings;
import brightline.command.agency.SettingsAnswer;
import brightline.command.imports.ImportProgram;
import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.Cause;
import brightline.command.imports.file.ImportStatus.Counts;
import brightline.command.imports.file.ImportStatus.Failure;
import brightline.command.imports.file.ImportStatus.State;
import brightline.command.imports.file.OutOfScope;
import brightline.command.register.ReferenceRegister;
import brightline.command.register.SchoolEntry;
import brightline.command.submission.Commands;
import brightline.command.submission.Request;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.events.Code;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.agency.AgencySettings;
import brightline.events.code.ArrestKind;
import brightline.events.code.CodeLists;
import brightline.events.interaction.InteractionEvent.SourceRecorded;
import brightline.events.interaction.InteractionEvent.StudentArrested;
import brightline.events.interaction.InteractionRecord;
import brightline.events.rules.InvolvementClassifier;
import brightline.events.rules.RuleSet;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CaliforniaImportTest {
    private static final String FORMAT = "california-stop-data";
    private static final Counts EXPECTED = new Counts(787, 5, 1223, 0);

    private static ImportProgram program;
    private static ImportStatus first;
    private static Map<String, Long> streams;

    @BeforeAll
    static void takeTheSample() {
        program = new ImportProgram();
        first = program.take(ImportProgram.sample(), FORMAT, Stated.NO);
        streams = Stream.of("Incident", "Interaction", "School")
                .collect(Collectors.toMap(kind -> kind, program::streams));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void every_line_is_answered() {
        assertThat(first.state()).isEqualTo(State.DONE);
        assertThat(first.counts()).isEqualTo(EXPECTED);
        assertThat(streams).isEqualTo(Map.of("Incident", 523L, "Interaction", 787L, "School", 8L));
        assertThat(program.context.getBean(ReferenceRegister.class).school(new SchoolCode("37000000000959")))
                .contains(new SchoolEntry(new SchoolCode("37000000000959"), "Harbor High", true));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void the_facts_give_exactly_the_expected_classes_by_school_and_by_race(int ruleSet) throws Exception {
        JsonNode expected;
        try (var in = getClass().getResourceAsStream("/california-stop-data/rule-set-" + ruleSet + ".json")) {
            expected = JsonMapper.shared().readTree(in);
        }
        Map<String, Long> classes = new TreeMap<>();
        Map<String, Map<String, Long>> byRace = new TreeMap<>();
        Map<String, Map<String, Long>> bySchool = new TreeMap<>();
        Map<String, String> schools = schoolNamesByIncident();
        for (InteractionRecord record : program.interactions()) {
            var involvements = record.involvements(AgencySettings.DEFAULT.zone());
            assertThat(involvements).hasSize(1);
            String found = InvolvementClassifier.classify(
                            involvements.getFirst().facts(), RuleSet.of(ruleSet), CodeLists.standard())
                    .involvementClass()
                    .name();
            classes.merge(found, 1L, Long::sum);
            String race = program.statistics(record.statistics())
                    .map(Statistics::race)
                    .map(Code::code)
                    .orElse("missing");
            byRace.computeIfAbsent(race, _ -> new TreeMap<>()).merge(found, 1L, Long::sum);
            bySchool.computeIfAbsent(schools.getOrDefault(record.incidentId().toString(), "?"), _ -> new TreeMap<>())
                    .merge(found, 1L, Long::sum);
        }
        assertThat(json(classes)).isEqualTo(expected.get("classes"));
        assertThat(json(byRace)).isEqualTo(expected.get("by_race"));
        assertThat(json(bySchool)).isEqualTo(expected.get("by_school"));
        assertThat(program.interactions().stream()
                        .filter(record -> program.factsOf(record.interactionId().toString()).stream()
                                .anyMatch(StudentArrested.class::isInstance))
                        .count())
                .isEqualTo(expected.get("custodial_arrests").asLong());
    }

    private static JsonNode json(Object counts) {
        return JsonMapper.shared().readTree(JsonMapper.shared().writeValueAsString(counts));
    }

    private static Map<String, String> schoolNamesByIncident() {
        return program.jdbc.sql("""
                        select e.aggregate_identifier, s.name
                          from log.domain_event_entry e
                          join command.school s
                            on s.code = convert_from(e.payload, 'UTF8')::jsonb ->> 'school'
                         where e.payload_type = 'incident.opened'
                        """).query((row, _) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Test
    void sent_again_nothing_changes_and_as_another_file_every_line_is_a_duplicate() {
        try (ImportProgram fresh = new ImportProgram()) {
            ImportStatus sent = fresh.take(ImportProgram.sample(), FORMAT, Stated.NO);
            long events = fresh.events();
            assertThat(fresh.take(ImportProgram.sample(), FORMAT, Stated.NO)).isEqualTo(sent);
            assertThat(fresh.events()).isEqualTo(events);
            ImportStatus shuffled = fresh.take(shuffledColumns(ImportProgram.sample()), FORMAT, Stated.NO);
            assertThat(shuffled.state()).isEqualTo(State.DONE);
            assertThat(shuffled.counts()).isEqualTo(new Counts(0, 792, 1223, 0));
            assertThat(fresh.events()).as("import.started and import.finished").isEqualTo(events + 2);
        }
    }

    @Test
    void columns_may_stand_in_any_order_under_alternative_names_with_a_byte_order_mark_and_windows_line_ends() {
        try (ImportProgram fresh = new ImportProgram()) {
            String file = "\uFEFF" + shuffledColumns(ImportProgram.sample()).replace("\n", "\r\n");
            assertThat(fresh.take(file, FORMAT, Stated.NO).counts()).isEqualTo(EXPECTED);
        }
    }

    @Test
    void rows_of_a_stop_may_arrive_apart_and_in_any_order() {
        List<String> lines = new ArrayList<>(ImportProgram.sample().lines().toList());
        String header = lines.removeFirst();
        Collections.shuffle(lines, new Random(7));
        try (ImportProgram fresh = new ImportProgram()) {
            ImportStatus status = fresh.take(header + "\n" + String.join("\n", lines), FORMAT, Stated.NO);
            assertThat(status.counts()).isEqualTo(EXPECTED);
            assertThat(fresh.streams("Incident")).isEqualTo(523);
            assertThat(fresh.jdbc.sql("""
                                    select (select coalesce(sum(jsonb_array_length(
                                                      convert_from(payload, 'UTF8')::jsonb -> 'interactions')), 0)
                                              from log.domain_event_entry where payload_type = 'incident.opened')
                                         + (select count(*) from log.domain_event_entry
                                             where payload_type = 'incident.interaction-added')
                                    """).query(Long.class).single()).isEqualTo(787);
        }
    }

    @Test
    void damaged_lines_are_named_and_every_other_line_is_taken() {
        List<String> lines = new ArrayList<>(ImportProgram.sample().lines().toList());
        List<String> header = Arrays.asList(lines.getFirst().split(",", -1));
        List<String> damages = List.of("unclosed", "short", "tick", "date", "bytes");
        List<Integer> victims = victims(lines, header, damages.size());
        List<String> named = new ArrayList<>();
        for (int i = 0; i < damages.size(); i++) {
            String damage = damages.get(i);
            int victim = victims.get(i);
            String[] cells = lines.get(victim).split(",", -1);
            String column =
                    switch (damage) {
                        case "unclosed" -> "AGENCY_NAME";
                        case "short" -> "RAE_FULL";
                        case "tick" -> "ADS_HANDCUFFED";
                        case "date" -> "DATE_OF_STOP";
                        default -> "CLOSEST_CITY";
                    };
            int place = header.indexOf(column);
            cells[place] = switch (damage) {
                case "unclosed" -> "\"" + cells[place];
                case "tick" -> "maybe";
                case "date" -> "13/45/2023";
                default -> "\u0000BROKEN";
            };
            lines.set(victim, String.join(",", damage.equals("short") ? Arrays.copyOf(cells, place) : cells));
            named.add(victim + 1 + " " + column);
        }
        // Letters of UTF-8 elsewhere in the file: a byte that is none is damage, and no other encoding.
        byte[] file = broken(String.join("\n", lines).replace("LAKEMONT PD", "LAKEM\u00d3NT PD"));
        try (ImportProgram fresh = new ImportProgram()) {
            ImportStatus status = fresh.take(new ByteArrayInputStream(file), FORMAT, Stated.NO);
            assertThat(status.state()).isEqualTo(State.DONE);
            assertThat(status.counts()).isEqualTo(new Counts(787 - damages.size(), 5, 1223, damages.size()));
            assertThat(fresh.rejections(status.importId()))
                    .extracting(rejection -> rejection.line() + " " + rejection.column())
                    .containsExactlyInAnyOrderElementsOf(named);
        }
    }

    /** Lines in scope whose key no other line has. */
    private static List<Integer> victims(List<String> lines, List<String> header, int many) {
        List<Integer> victims = new ArrayList<>();
        for (int i = 1_000; i < lines.size() && victims.size() < many; i++) {
            String[] cells = lines.get(i).split(",", -1);
            String key = cells[header.indexOf("DOJ_RECORD_ID")] + "," + cells[header.indexOf("PERSON_NUMBER")];
            if (cells[header.indexOf("STOP_STUDENT")].equals("1")
                    && cells[header.indexOf("K12_SCHOOL_GROUNDS")].equals("1")
                    && lines.stream().filter(line -> line.startsWith(key + ",")).count() == 1) {
                victims.add(i);
            }
        }
        assertThat(victims).hasSize(many);
        return victims;
    }

    /** NUL, BROKEN becomes bytes that no UTF-8 holds. */
    private static byte[] broken(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            bytes.write(b == 0 ? 0xC3 : b);
        }
        return bytes.toByteArray();
    }

    @Test
    void a_missing_column_fails_the_file_before_its_first_row() {
        long events = program.events();
        String file = ImportProgram.sample().replaceFirst("ADS_HANDCUFFED", "HANDCUFFS");
        ImportStatus status = program.take(file, FORMAT, Stated.MISSING);
        assertThat(status.state()).isEqualTo(State.FAILED);
        assertThat(status.counts()).isEqualTo(Counts.NONE);
        assertThat(status.failure())
                .isEqualTo(new Failure(Cause.UNREADABLE, null, "ADS_HANDCUFFED", "the column is missing"));
        assertThat(program.rejections(status.importId())).isEmpty();
        assertThat(program.events()).as("import.started").isEqualTo(events + 1);
    }

    @Test
    void no_file_waits_after_its_import_and_nothing_about_a_person_stands_clear_in_the_log() throws Exception {
        try (var left = Files.list(program.spool)) {
            assertThat(left.filter(file -> file.getFileName().toString().startsWith(first.importId() + "")))
                    .isEmpty();
        }
        assertThat(program.jdbc.sql("""
                                select count(*) from log.domain_event_entry
                                 where convert_from(payload, 'UTF8') ~ '"(RAE_[A-Z_]+|G_[A-Z_]+|PD_[A-Z_]+|AGE|AGE_GROUP|LGBT|LIMITED_ENGLISH_FLUENCY)"'
                                """).query(Long.class).single()).isZero();
        assertThat(UUID.fromString(first.importId().toString()).version()).isEqualTo(8);
    }

    private static final String CASES = "DOJ_RECORD_ID";

    /** A row in scope of the sample, with other cells. */
    private static String row(String... cells) {
        List<String> lines = ImportProgram.sample().lines().toList();
        List<String> header = Arrays.asList(lines.getFirst().split(",", -1));
        String[] row = lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(line -> line[header.indexOf("STOP_STUDENT")].equals("1")
                        && line[header.indexOf("K12_SCHOOL_GROUNDS")].equals("1")
                        && line[header.indexOf("ROS_CUSTODIAL_WITHOUT_WARRANT")].equals("1"))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < cells.length; i += 2) {
            row[header.indexOf(cells[i])] = cells[i + 1];
        }
        return String.join(",", row) + "\n";
    }

    private static String header() {
        return ImportProgram.sample().lines().findFirst().orElseThrow() + "\n";
    }

    @Test
    void a_resubmitted_row_without_its_arrest_takes_the_arrest_back() {
        program.take(header() + row(CASES, "C-ARREST"), FORMAT, Stated.MISSING);
        ImportStatus blank = program.take(
                header() + row(CASES, "C-ARREST", "ROS_CUSTODIAL_WARRANT", "", "ADS_CANINE_BITE", ""),
                FORMAT,
                Stated.MISSING);
        assertThat(blank.counts()).as("a blank flag and a 0 say the same").isEqualTo(new Counts(0, 1, 0, 0));
        ImportStatus status = program.take(
                header() + row(CASES, "C-ARREST", "ROS_CUSTODIAL_WITHOUT_WARRANT", "0", "ROS_WARNING", "1"),
                FORMAT,
                Stated.MISSING);
        assertThat(status.counts()).isEqualTo(new Counts(1, 0, 0, 0, 1));
        assertThat(program.interactions().stream()
                        .filter(record -> program.factsOf(record.interactionId().toString()).stream()
                                .anyMatch(fact -> fact instanceof SourceRecorded said
                                        && said.sourceKey().contains("C-ARREST")))
                        .flatMap(record -> record.actions().stream()))
                .isNotEmpty()
                .noneMatch(action -> ArrestKind.of(action.code()) != ArrestKind.NONE);
    }

    @Test
    void rows_of_several_agencies_count_where_nobody_said_which_is_ours_and_each_is_noted() {
        assertThat(program.notes(first.importId()))
                .contains(
                        "Rows of the agency with the ORI CA0371100: 1,013 records.",
                        "Rows of the agency with the ORI CA0370000: 1,002 records.");
        ImportStatus odd = program.take(
                header() + row(CASES, "C-ODD", "AGENCY_ORI", "Ada Quill, 12 Marsh Lane".replace(",", "")),
                FORMAT,
                Stated.MISSING);
        assertThat(program.notes(odd.importId()))
                .containsExactly("Rows of an agency whose ORI is not written as one: 1 record.");
    }

    @Test
    void with_the_agencys_own_identifiers_the_rows_of_others_are_out_of_scope() {
        try (ImportProgram fresh = new ImportProgram()) {
            fresh.context
                    .getBean(Commands.class)
                    .send(
                            new ChangeSettings(
                                    null,
                                    new AgencySettings(
                                            "Lakemont PD",
                                            ZoneId.of("America/Los_Angeles"),
                                            MonthDay.of(8, 1),
                                            "illinois",
                                            24,
                                            10,
                                            AgencySettings.StatisticsSwitch.DROP,
                                            List.of("ca0371100"))),
                            SettingsAnswer.class,
                            Request.inside("coordinator"));
            ImportStatus status = fresh.take(
                    header()
                            + row(CASES, "C-OURS", "AGENCY_ORI", "CA0371100")
                            + row(CASES, "C-THEIRS", "AGENCY_ORI", "CA0370000"),
                    FORMAT,
                    Stated.MISSING);
            assertThat(status.counts()).isEqualTo(new Counts(1, 0, 1, 0));
            assertThat(fresh.outOfScope(status.importId())).containsOnlyKeys(OutOfScope.OTHER_AGENCY);
            assertThat(fresh.notes(status.importId())).isEmpty();
            assertThat(fresh.streams("Interaction")).isEqualTo(1);

            ImportStatus zeros = fresh.take(
                    header()
                            + row(CASES, "C-Z1", "AGENCY_ORI", "CA0371100", "SCHOOL_CODE", "01987650131219")
                            + row(CASES, "C-Z2", "AGENCY_ORI", "CA0371100", "SCHOOL_CODE", "1987650131219"),
                    FORMAT,
                    Stated.MISSING);
            assertThat(fresh.notes(zeros.importId()))
                    .singleElement()
                    .asString()
                    .contains("leading zeros only")
                    .endsWith(": 1 school.");
        }
    }

    @Test
    void a_students_result_on_a_row_of_no_student_is_noted() {
        ImportStatus status = program.take(
                header() + row(CASES, "C-B", "STOP_STUDENT", "0", "ROS_REFERRAL_SCHOOL_ADMIN", "1"),
                FORMAT,
                Stated.MISSING);
        assertThat(status.counts()).isEqualTo(new Counts(0, 0, 1, 0));
        assertThat(program.notes(status.importId()))
                .contains(
                        "Out of scope, for STOP_STUDENT is not 1, though their result is a referral to a school: 1 record.");
    }

    /** What it was for decides how the contact counts: a row that does not say is no contact with fewer facts. */
    @Test
    void a_row_whose_reason_is_none_is_named() {
        ImportStatus status = program.take(
                header() + row(CASES, "C-R0", "REASON_FOR_STOP", "0") + row(CASES, "C-R1", "REASON_FOR_STOP", ""),
                FORMAT,
                Stated.MISSING);
        assertThat(status.counts()).isEqualTo(new Counts(0, 0, 0, 2));
        assertThat(program.rejections(status.importId()))
                .extracting(rejection -> rejection.line() + " " + rejection.column())
                .containsExactly("2 REASON_FOR_STOP", "3 REASON_FOR_STOP");
    }

    @Test
    void what_a_file_writes_otherwise_and_means_alike_is_no_correction() {
        try (ImportProgram fresh = new ImportProgram()) {
            String one = row(
                    CASES,
                    "C-LIKE",
                    "AGENCY_ORI",
                    "CA0371100",
                    "DATE_OF_STOP",
                    "09/04/2022",
                    "TIME_OF_STOP",
                    "09:05:00",
                    "STOP_DURATION",
                    "10");
            String other = row(
                    CASES,
                    "C-LIKE",
                    "AGENCY_ORI",
                    "CA0371100",
                    "DATE_OF_STOP",
                    "9/4/2022",
                    "TIME_OF_STOP",
                    "9:05",
                    "STOP_DURATION",
                    "010");
            ImportStatus status = fresh.take(
                    header() + one + other + one.replace(",09/04/2022,", ",9/04/2022,"), FORMAT, Stated.MISSING);
            assertThat(fresh.rejections(status.importId())).isEmpty();
            assertThat(status.counts()).isEqualTo(new Counts(1, 2, 0, 0));
            assertThat(fresh.take(header() + other, FORMAT, Stated.MISSING).counts())
                    .isEqualTo(new Counts(0, 1, 0, 0));
            assertThat(fresh.take(
                                    header()
                                            + row(CASES, "C-CALL", "CALL_FOR_SERVICE", "")
                                            + row(CASES, "C-CALL", "CALL_FOR_SERVICE", "0"),
                                    FORMAT,
                                    Stated.MISSING)
                            .counts())
                    .isEqualTo(new Counts(1, 1, 0, 0));
            assertThat(fresh.take(header() + row(CASES, "C-CALL", "CALL_FOR_SERVICE", "1"), FORMAT, Stated.MISSING)
                            .counts())
                    .isEqualTo(new Counts(1, 0, 0, 0, 1));
            assertThat(fresh.take(
                                    header()
                                            + row(
                                                    CASES,
                                                    "C-LIKE",
                                                    "AGENCY_ORI",
                                                    "\u00a0ca0371100",
                                                    "DATE_OF_STOP",
                                                    "9/4/2022",
                                                    "TIME_OF_STOP",
                                                    "9:05",
                                                    "STOP_DURATION",
                                                    "10"),
                                    FORMAT,
                                    Stated.MISSING)
                            .counts())
                    .as("the key in another spelling")
                    .isEqualTo(new Counts(0, 1, 0, 0));
        }
    }

    @Test
    void what_cannot_be_read_of_the_person_is_not_stated_and_an_hour_that_comes_twice_is_noted() {
        try (ImportProgram fresh = new ImportProgram()) {
            ImportStatus status = fresh.take(
                    header()
                            + row(
                                    CASES,
                                    "C-ODD-PERSON",
                                    "AGE",
                                    "young",
                                    "RAE_FULL",
                                    "12",
                                    "RAE_WHITE",
                                    "X",
                                    "G_FULL",
                                    "M",
                                    "LIMITED_ENGLISH_FLUENCY",
                                    "N")
                            + row(CASES, "C-TWICE", "DATE_OF_STOP", "11/06/2022", "TIME_OF_STOP", "01:30:00"),
                    FORMAT,
                    Stated.MISSING);
            assertThat(fresh.rejections(status.importId())).isEmpty();
            assertThat(status.counts()).isEqualTo(new Counts(2, 0, 0, 0));
            assertThat(fresh.notes(status.importId()))
                    .contains(
                            "Cells that cannot be read are not stated (AGE): 1 cell.",
                            "Cells that cannot be read are not stated (RAE_FULL): 1 cell.",
                            "Cells that cannot be read are not stated (RAE_WHITE): 1 cell.",
                            "Cells that cannot be read are not stated (G_FULL): 1 cell.",
                            "Cells that cannot be read are not stated (LIMITED_ENGLISH_FLUENCY): 1 cell.",
                            "Of an hour that the clocks show twice, the first is taken, since the file cannot say which: 1 record.");
        }
    }

    @Test
    void the_names_of_2018_are_read_and_the_layout_of_2024_is_refused_as_such() {
        ImportStatus early = program.take(
                header().replace(",PD_MULTI,", ",PD_DISAB_MULTI,") + row(CASES, "C-2018"), FORMAT, Stated.MISSING);
        assertThat(early.counts()).isEqualTo(new Counts(1, 0, 0, 0));
        ImportStatus late = program.take(
                header().replace(",G_MALE,", ",G_CISGENDER_MAN,")
                                .replace(",G_FEMALE,", ",G_CISGENDER_WOMAN,")
                                .replace(",LGBT,", ",SOR_LGB,")
                        + row(CASES, "C-2024"),
                FORMAT,
                Stated.MISSING);
        assertThat(late.failure())
                .isEqualTo(new Failure(
                        Cause.UNREADABLE,
                        null,
                        null,
                        "it is of the layout of 2024, and the layout of 2018 to 2023 is read: the columns are missing:"
                                + " G_MALE, G_FEMALE"));
    }

    @Test
    void days_and_hours_of_one_digit_are_read_as_spreadsheets_save_them_and_what_is_none_is_named() {
        String[][] moments = {
            {"9/14/2022", "10:15:00"},
            {"10/12/2022", "8:05:00"},
            {"11/3/2022", "14:00:00"},
            {"12/14/2022", "12:00:00"},
            {"44909", "12:00:00"},
            {"12/15/2022", "24:00:00"}
        };
        StringBuilder file = new StringBuilder(header());
        for (int n = 0; n < moments.length; n++) {
            file.append(row(CASES, "C-DAY" + n, "DATE_OF_STOP", moments[n][0], "TIME_OF_STOP", moments[n][1]));
        }
        ImportStatus status = program.take(file.toString(), FORMAT, Stated.MISSING);
        assertThat(status.counts()).isEqualTo(new Counts(4, 0, 0, 2));
        assertThat(program.rejections(status.importId()))
                .extracting(ImportStatus.Rejection::line, ImportStatus.Rejection::column)
                .containsExactly(tuple(6L, "DATE_OF_STOP"), tuple(7L, "TIME_OF_STOP"));
    }

    @Test
    void a_file_in_another_encoding_reads_the_same_and_says_so() {
        String text = header() + row(CASES, "C-UTF16", "CLOSEST_CITY", "Pe\u00f1\u00f3n");
        ImportStatus wide = program.take(
                new ByteArrayInputStream(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE)),
                FORMAT,
                Stated.MISSING);
        assertThat(wide.counts()).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(program.notes(wide.importId())).anyMatch(note -> note.contains("was read as UTF-16"));
        ImportStatus windows = program.take(
                new ByteArrayInputStream(text.getBytes(java.nio.charset.Charset.forName("windows-1252"))),
                FORMAT,
                Stated.MISSING);
        assertThat(windows.counts()).as("the same content").isEqualTo(new Counts(0, 1, 0, 0));
        assertThat(program.notes(windows.importId())).anyMatch(note -> note.contains("was read as Windows-1252"));
    }

    private static String shuffledColumns(String file) {
        List<String> lines = file.lines().toList();
        String[] header = lines.getFirst().split(",", -1);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < header.length; i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(42));
        Map<String, String> other = Map.of(
                "CLOSEST_CITY", "LOC_CLOSEST_CITY",
                "ROS_REFERRAL_SCHOOL_ADMIN", "ROS_REFFERAL_SCHOOL_ADMIN",
                "ADS_SEARCH_PERSON", "ADS_SEARCHED_PER",
                "ADS_ASKED_SEARCH_PROP", "ADS_ASKED_SEARCHED_PROP",
                "RAE_MULTI_RACIAL", "RAE_MULTIRACIAL",
                "RAE_HISPANIC_LATINO", "RAE_HISPANIC_LATINEX");
        return lines.stream()
                .map(line -> {
                    String[] cells = line.split(",", -1);
                    return "extra,"
                            + order.stream()
                                    .map(i -> "\"" + other.getOrDefault(cells[i], cells[i]) + "\"")
                                    .collect(Collectors.joining(","));
                })
                .collect(Collectors.joining("\n"));
    }
}
