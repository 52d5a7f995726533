package brightline.command.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import brightline.command.imports.ImportLedger.RejectedReason;
import brightline.command.imports.file.FileRefused;
import brightline.command.imports.file.FormatColumn;
import brightline.command.imports.file.FormatGuide;
import brightline.command.imports.file.Header;
import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.Cause;
import brightline.command.imports.file.ImportStatus.Counts;
import brightline.command.imports.file.ImportStatus.Failure;
import brightline.command.imports.file.ImportStatus.State;
import brightline.command.imports.file.LineFormat;
import brightline.command.imports.file.OutOfScope;
import brightline.command.imports.file.SourceLines;
import brightline.command.imports.oneroster.OneRosterZip;
import brightline.command.register.ReferenceRegister;
import brightline.command.register.RegisterEdition;
import brightline.command.school.SchoolAnswer;
import brightline.command.school.SchoolCommand.RegisterSchool;
import brightline.command.submission.Commands;
import brightline.command.submission.Request;
import brightline.events.ImportId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an import says of itself: its name, why lines were of no concern, why it came to no end; and what a format says. */
class ImportTellingTest {
    private static final String CALIFORNIA = "california-stop-data";
    private static final String ENROLMENT = "brightline-enrolment";

    private static ImportProgram program;

    @BeforeAll
    static void start() {
        program = new ImportProgram();
        program.context
                .getBean(Commands.class)
                .send(
                        new RegisterSchool(new SchoolCode("MAR"), "Marlow High School"),
                        SchoolAnswer.class,
                        Request.inside("coordinator"));
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static ImportLedger ledger() {
        return program.context.getBean(ImportLedger.class);
    }

    static List<String> formats() {
        return program.context.getBean(Formats.class).names();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void every_line_of_a_formats_sample_is_accepted(String name) {
        byte[] sample = program.format(name)
                .sample(program.context.getBean(ReferenceRegister.class).current(), LocalDate.now(ZoneOffset.UTC));
        ImportStatus status = program.take(new ByteArrayInputStream(sample), name, Stated.MISSING);
        assertThat(program.rejections(status.importId())).isEmpty();
        assertThat(status.state()).isEqualTo(State.DONE);
        assertThat(status.counts().accepted() + status.counts().duplicates())
                .as("taken now, or by another test before")
                .isPositive()
                .isEqualTo(status.counts().lines());
    }

    static List<String> formatsOfLines() {
        return formats().stream()
                .filter(name -> program.format(name) instanceof LineFormat<?>)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("formatsOfLines")
    void a_file_needs_the_columns_with_a_star_and_no_others(String name, @TempDir Path directory) throws Exception {
        var format = (LineFormat<?>) program.format(name);
        RegisterEdition register =
                program.context.getBean(ReferenceRegister.class).current();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        program.take(new ByteArrayInputStream(format.sample(register, today)), name, Stated.MISSING);
        Map<String, String> cells = new HashMap<>(format.sampleOf(register, today));
        cells.put("record_id", "SAMPLE-STARRED");
        cells.put("DOJ_RECORD_ID", "SAMPLE-STARRED");
        List<FormatColumn> columns = format.guide().columns();
        List<FormatColumn> starred =
                columns.stream().filter(FormatColumn::required).toList();
        assertThat(starred).isNotEmpty().hasSizeLessThan(columns.size());
        ImportStatus status = program.take(
                new ByteArrayInputStream(
                        FormatColumn.file(starred, column -> cells.getOrDefault(column.name(), column.example()))),
                name,
                Stated.MISSING);
        assertThat(program.rejections(status.importId())).isEmpty();
        assertThat(status.counts()).returns(1L, Counts::lines).returns(0L, Counts::outOfScope);
        for (FormatColumn missing : starred) {
            Path file = Files.write(
                    directory.resolve("without.csv"),
                    FormatColumn.file(
                            columns.stream()
                                    .filter(column -> !column.equals(missing))
                                    .toList(),
                            FormatColumn::example));
            try (SourceLines lines = SourceLines.open(file, 0, 0)) {
                SourceLines.Line header = lines.next();
                assertThatThrownBy(() -> Header.of(header, columns, format::needs))
                        .isInstanceOfSatisfying(
                                FileRefused.class,
                                refused -> assertThat(refused.column()).isEqualTo(missing.name()));
            }
        }
    }

    /** The records of a file: each the sample's, but for what {@code broken} makes of the cell of one column, and one that is whole. */
    private static String brokenInEachColumn(LineFormat<?> format, String keys, UnaryOperator<String> broken) {
        Map<String, String> sample = format.sampleOf(
                program.context.getBean(ReferenceRegister.class).current(), LocalDate.now(ZoneOffset.UTC));
        List<FormatColumn> columns = format.guide().columns();
        StringBuilder file = new StringBuilder();
        for (int n = 0; n <= columns.size(); n++) {
            String key = keys.formatted(n);
            FormatColumn one = n < columns.size() ? columns.get(n) : null;
            String[] lines = new String(
                            FormatColumn.file(columns, column -> {
                                String cell = column.name().equals("record_id")
                                                || column.name().equals("DOJ_RECORD_ID")
                                        ? key
                                        : sample.getOrDefault(column.name(), column.example());
                                return column.equals(one) ? broken.apply(cell) : cell;
                            }),
                            UTF_8)
                    .split("\r\n", 2);
            file.append(n == 0 ? lines[0] + "\r\n" : "").append(lines[1]);
        }
        return file.toString();
    }

    @ParameterizedTest
    @MethodSource("formatsOfLines")
    void a_line_break_at_the_end_of_a_cell_changes_nothing(String name) {
        var format = (LineFormat<?>) program.format(name);
        ImportStatus status =
                program.take(brokenInEachColumn(format, "SAMPLE-ENDED", cell -> cell + "\n"), name, Stated.MISSING);
        assertThat(program.rejections(status.importId())).isEmpty();
        assertThat(status.counts().lines()).isEqualTo(format.guide().columns().size() + 1);
        assertThat(status.counts().accepted()).isLessThanOrEqualTo(1);
        assertThat(status.counts().duplicates())
                .isEqualTo(status.counts().lines() - status.counts().accepted());
    }

    @ParameterizedTest
    @MethodSource("formatsOfLines")
    void a_line_break_within_a_cell_costs_no_more_than_its_record_and_is_told_by_its_column(String name) {
        var format = (LineFormat<?>) program.format(name);
        List<FormatColumn> columns = format.guide().columns();
        String file = brokenInEachColumn(
                format,
                "SAMPLE-BROKEN-%d",
                cell -> cell.length() < 2
                        ? cell + "\n" + cell
                        : cell.substring(0, cell.length() / 2) + "\n" + cell.substring(cell.length() / 2));
        ImportStatus status = program.take(file, name, Stated.MISSING);
        assertThat(status.counts().lines()).isEqualTo(columns.size() + 1);
        Map<Long, String> begins = new HashMap<>();
        String[] lines = file.split("\r?\n", -1);
        long line = 2;
        for (FormatColumn column : columns) {
            begins.put(line, column.name());
            line += 2;
        }
        assertThat(program.rejections(status.importId()))
                .isNotEmpty()
                .allSatisfy(rejection -> assertThat(rejection.column()).isEqualTo(begins.get(rejection.line())));
    }

    @Test
    void rejected_lines_are_told_by_column_and_reason_with_how_many_and_the_first_of_them() {
        StringBuilder file =
                new StringBuilder("school,day,total\nMAR,2024-10-01,900\nMAR,2024-10-01,901\nMAR,2024-10-01,902\n");
        for (int n = 0; n < 6; n++) {
            file.append("NIL,2024-10-0").append(n + 1).append(",1\n");
        }
        file.append("MAR,2024-10-03,many\n,2024-10-04,1\n");
        ImportStatus status = program.take(file.toString(), ENROLMENT, Stated.MISSING);
        assertThat(ledger().rejectedReasons(status.importId()))
                .extracting(
                        RejectedReason::column,
                        RejectedReason::reason,
                        RejectedReason::count,
                        RejectedReason::firstLines)
                .containsExactly(
                        tuple("school", "no school with this code is registered", 6L, List.of(5L, 6L, 7L, 8L, 9L)),
                        tuple(null, "its key stands on another line with other content", 2L, List.of(3L, 4L)),
                        tuple("school", "must be given", 1L, List.of(12L)),
                        tuple("total", "must be a number from 0 to 1000000", 1L, List.of(11L)));
        assertThat(program.notes(status.importId()))
                .containsExactly(
                        "7 of 11 records were rejected for one column, school: no school with this code is registered"
                                + " (6); must be given (1). See how it is written in the whole file.");
    }

    /** Codes are listed with commas between them: such a school could not be asked for. */
    @ParameterizedTest
    @MethodSource("formatsOfLines")
    void no_line_brings_a_school_of_a_code_with_a_comma(String name) {
        var format = (LineFormat<?>) program.format(name);
        Map<String, String> sample = format.sampleOf(
                program.context.getBean(ReferenceRegister.class).current(), LocalDate.now(ZoneOffset.UTC));
        List<FormatColumn> columns = format.guide().columns();
        List<FormatColumn> schools = columns.stream()
                .filter(column ->
                        List.of("school", "home_school", "SCHOOL_CODE").contains(column.name()))
                .toList();
        assertThat(schools).isNotEmpty();
        for (FormatColumn school : schools) {
            ImportStatus status = program.take(
                    new ByteArrayInputStream(FormatColumn.file(
                            columns,
                            column -> column.equals(school)
                                    ? "H15,A"
                                    : column.name().matches("record_id|DOJ_RECORD_ID")
                                            ? "SAMPLE-COMMA"
                                            : sample.getOrDefault(column.name(), column.example()))),
                    name,
                    Stated.MISSING);
            assertThat(program.rejections(status.importId())).singleElement().satisfies(rejection -> {
                assertThat(rejection.column()).isEqualTo(school.name());
                assertThat(rejection.reason()).contains("comma");
            });
        }
        assertThat(program.context.getBean(ReferenceRegister.class).current().schools())
                .noneMatch(one -> one.code().value().contains(","));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void every_column_of_a_format_says_what_it_means(String name) {
        FormatGuide format = program.format(name).guide();
        assertThat(format.columns())
                .isNotEmpty()
                .allSatisfy(
                        column -> assertThat(column.meaning()).as(column.name()).isNotBlank());
        assertThat(format.description()).contains(format.columns().getLast().name());
        assertThat(format.expected()).isNotBlank();
    }

    @Test
    void lines_of_no_concern_are_counted_by_reason_and_add_up() {
        List<String> lines = new ArrayList<>(ImportProgram.sample().lines().toList());
        List<String> header = List.of(lines.getFirst().split(",", -1));
        long students = lines.stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[header.indexOf("STOP_STUDENT")].equals("1"))
                .filter(cells -> !cells[header.indexOf("K12_SCHOOL_GROUNDS")].equals("1"))
                .count();
        ImportStatus status = program.take(ImportProgram.sample(), CALIFORNIA, Stated.NO);
        Map<OutOfScope, Long> reasons = ledger().outOfScope(status.importId());
        assertThat(reasons)
                .containsOnlyKeys(OutOfScope.NO_STUDENT, OutOfScope.NOT_AT_SCHOOL)
                .containsEntry(OutOfScope.NOT_AT_SCHOOL, students);
        assertThat(reasons.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(status.counts().outOfScope())
                .isEqualTo(1223);
        assertThat(students).isPositive();
    }

    @Test
    void a_roster_says_who_is_no_student_and_what_is_no_school() {
        ImportStatus status = program.take(OneRosterZip.sample().stream(), "oneroster-1.2", Stated.MISSING);
        Map<OutOfScope, Long> reasons = ledger().outOfScope(status.importId());
        assertThat(reasons).containsOnlyKeys(OutOfScope.NO_STUDENT, OutOfScope.NO_SCHOOL);
        assertThat(reasons.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(status.counts().outOfScope());
    }

    @Test
    void what_an_interrupted_import_had_left_out_is_added_to_when_it_goes_on() throws IOException {
        byte[] file = (ImportProgram.sample() + "\n\n").getBytes(UTF_8);
        ImportStatus whole = program.take(new ByteArrayInputStream(file), CALIFORNIA, Stated.NO);
        program.jdbc.sql("""
                        update command.import set state = 'FAILED', failure = 'INTERRUPTED', failure_reason = 'a test'
                         where import_id = ?
                        """).param(whole.importId().value()).update();
        assertThat(ledger().find(whole.importId()).orElseThrow().failure())
                .isEqualTo(new Failure(Cause.INTERRUPTED, null, null, "a test"));
        ledger().leaveOut(whole.importId(), Map.of(OutOfScope.NO_STUDENT, 2L));
        ImportStatus on = program.take(new ByteArrayInputStream(file), CALIFORNIA, Stated.NO);
        assertThat(on.state()).isEqualTo(State.DONE);
        assertThat(on.failure()).isNull();
        assertThat(on.counts()).isEqualTo(whole.counts());
        assertThat(ledger().outOfScope(on.importId()).values().stream()
                        .mapToLong(Long::longValue)
                        .sum())
                .isEqualTo(whole.counts().outOfScope() + 2);
    }

    @Test
    void a_file_that_can_never_be_read_says_so_and_lists_no_line() {
        ImportStatus pictures = program.take("\u0089PNG and nothing else\n", CALIFORNIA, Stated.NO);
        assertThat(pictures.failure()).returns(Cause.UNREADABLE, Failure::cause);
        ImportStatus workbook = program.take("PK\u0003\u0004 and so on", "brightline-csv", Stated.MISSING);
        assertThat(workbook.failure())
                .returns(Cause.UNREADABLE, Failure::cause)
                .extracting(Failure::reason)
                .asString()
                .contains("workbook");
        for (ImportStatus status : List.of(pictures, workbook)) {
            assertThat(status.state()).isEqualTo(State.FAILED);
            assertThat(status.counts()).isEqualTo(Counts.NONE);
            assertThat(program.rejections(status.importId())).isEmpty();
        }
    }

    /** Its old file is on its way out when the new one comes in. */
    @Test
    void a_file_sent_again_the_moment_its_import_ended_comes_to_an_end() {
        for (int again = 0; again < 200; again++) {
            ImportId id = program.start(
                    new ByteArrayInputStream("no header of ours\n1\n".getBytes(UTF_8)), ENROLMENT, Stated.MISSING);
            Instant limit = Instant.now().plusSeconds(30);
            while (program.status(id).state() == State.RUNNING && Instant.now().isBefore(limit)) {
                Thread.onSpinWait();
            }
            assertThat(program.status(id).failure()).as("time %d", again).returns(Cause.UNREADABLE, Failure::cause);
        }
    }

    @Test
    void other_figures_for_a_day_are_a_change_and_new_ones_are_not() {
        String file = "school,day,total\nMAR,2025-11-03,900\n";
        assertThat(program.take(file, ENROLMENT, Stated.MISSING).counts()).isEqualTo(new Counts(1, 0, 0, 0, 0));
        assertThat(program.take(file.replace("900", "901"), ENROLMENT, Stated.MISSING)
                        .counts())
                .isEqualTo(new Counts(1, 0, 0, 0, 1));
    }

    @Test
    void what_a_file_was_called_is_kept_short_and_encrypted() throws IOException {
        Imports imports = program.context.getBean(Imports.class);
        String name = "C:\\files\\stops of Quillon, Vesper " + "x".repeat(200) + ".csv";
        Imports.Started started = imports.start(
                new ByteArrayInputStream("school,day,total\nMAR,2025-11-04,1\n".getBytes(UTF_8)),
                ENROLMENT,
                Stated.MISSING,
                name,
                _ -> Request.inside("coordinator"));
        ImportStatus status = program.ended(started.id());
        assertThat(status.fileName()).startsWith("stops of Quillon, Vesper xxx").hasSize(100);
        assertThat(status.toString()).doesNotContain("Quillon");
        assertThat(program.jdbc
                        .sql("select encode(file_name, 'escape') from command.import where import_id = ?")
                        .param(started.id().value())
                        .query(String.class)
                        .single())
                .isNotBlank()
                .doesNotContain("Quillon", "stops");
        assertThat(started.before()).isFalse();
        assertThat(imports.start(
                                new ByteArrayInputStream("school,day,total\nMAR,2025-11-04,1\n".getBytes(UTF_8)),
                                ENROLMENT,
                                Stated.MISSING,
                                "again.csv",
                                _ -> Request.inside("coordinator"))
                        .before())
                .isTrue();
    }
}
