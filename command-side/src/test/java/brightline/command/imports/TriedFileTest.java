package brightline.command.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.Cause;
import brightline.command.imports.file.ImportStatus.Counts;
import brightline.command.imports.file.ImportStatus.Failure;
import brightline.command.imports.file.ImportStatus.State;
import brightline.command.imports.oneroster.OneRosterZip;
import brightline.command.register.ReferenceRegister;
import brightline.command.school.SchoolAnswer;
import brightline.command.school.SchoolCommand.RegisterSchool;
import brightline.command.submission.Commands;
import brightline.command.submission.Rehearsals;
import brightline.command.submission.Rehearsals.Rehearsal;
import brightline.command.submission.Request;
import brightline.edge.TestDatabase;
import brightline.events.ImportId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A file that is tried is answered as it is when it is taken in right after, and leaves nothing. */
class TriedFileTest {
    private static final String CONTACTS = "brightline-csv";
    private static final String ROSTER = "oneroster-1.2";
    private static final Request COORDINATOR = Request.inside("coordinator");

    private static TestDatabase database;
    private static ImportProgram program;

    @BeforeAll
    static void start() {
        database = TestDatabase.fresh();
        program = new ImportProgram(database, ImportProgram.directory());
        register("MAR", "Marlow High School");
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static void register(String code, String name) {
        program.context
                .getBean(Commands.class)
                .send(new RegisterSchool(new SchoolCode(code), name), SchoolAnswer.class, COORDINATOR);
    }

    private static ImportLedger ledger() {
        return program.context.getBean(ImportLedger.class);
    }

    private static ImportStatus attempt(byte[] file, String format) {
        try {
            ImportId id = program.context
                    .getBean(Imports.class)
                    .start(new ByteArrayInputStream(file), format, Stated.MISSING, null, true, _ -> COORDINATOR)
                    .id();
            return program.ended(id);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What stands in every table of both databases, but for what is kept of imports themselves. */
    private static Map<String, String> everything() {
        Map<String, String> found = new TreeMap<>();
        for (TestDatabase one : List.of(database, database.keys())) {
            JdbcClient jdbc = JdbcClient.create(one.dataSource());
            List<String> tables = jdbc.sql("""
                            select table_schema || '.' || table_name from information_schema.tables
                             where table_schema in ('log', 'command', 'keys') and table_type = 'BASE TABLE'
                               and table_name not like 'import%' or table_name = 'import_source_key'
                            """).query(String.class).list();
            for (String table : tables) {
                found.put(
                        table,
                        jdbc.sql(
                                        "select count(*) || ' ' || coalesce(md5(string_agg(one::text, ',' order by one::text)), '') from "
                                                + table + " one")
                                .query(String.class)
                                .single());
            }
        }
        found.put(
                "incident numbers",
                program.jdbc
                        .sql("select last_value || ' ' || is_called from command.incident_number")
                        .query(String.class)
                        .single());
        assertThat(found).containsKeys("log.domain_event_entry", "log.event_secret", "keys.student", "keys.case_key");
        return found;
    }

    /** Keys in reserve are filled up beside. */
    private static Map<String, String> settled() {
        Map<String, String> found = new TreeMap<>();
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            Map<String, String> before = Map.copyOf(found);
            found.putAll(everything());
            return before.equals(found);
        });
        return found;
    }

    /** @return what became of the file when it was taken in */
    private static ImportStatus isAnsweredAsTakenIn(byte[] file, String format) {
        Map<String, String> before = settled();
        ImportStatus tried = attempt(file, format);
        assertThat(everything()).isEqualTo(before);
        assertThat(tried).returns(State.DONE, ImportStatus::state).returns(true, ImportStatus::trial);
        ImportStatus taken = program.take(new ByteArrayInputStream(file), format, Stated.MISSING);
        assertThat(taken).returns(State.DONE, ImportStatus::state).returns(false, ImportStatus::trial);
        assertThat(tried.counts()).isEqualTo(taken.counts());
        assertThat(program.rejections(tried.importId())).isEqualTo(program.rejections(taken.importId()));
        assertThat(ledger().notes(tried.importId())).isEqualTo(ledger().notes(taken.importId()));
        assertThat(ledger().outOfScope(tried.importId())).isEqualTo(ledger().outOfScope(taken.importId()));
        return taken;
    }

    static List<String> formats() {
        return program.context.getBean(Formats.class).names();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void a_sample_of_every_format_is_answered_as_it_is_when_it_is_taken_in(String format) {
        byte[] sample = program.format(format)
                .sample(program.context.getBean(ReferenceRegister.class).current(), LocalDate.now(ZoneOffset.UTC));
        ImportStatus first = isAnsweredAsTakenIn(sample, format);
        assertThat(first.counts().accepted()).isPositive();
    }

    private static String contact(String record, String school, String student, String race) {
        return "%s,RMS,1,%s,School %s,2026-03-02T10:16:00-06:00,SUBJECT,%s,%s\n"
                .formatted(record, school, school, student, race);
    }

    private static byte[] contacts(String... lines) {
        return ("record_id,source,person_number,school,school_name,occurred_at,role,student_number,race\n"
                        + String.join("", lines))
                .getBytes(UTF_8);
    }

    private static String others(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(n -> contact(prefix + n, "TRI" + n % 3, "T-" + prefix + n % 150, "WHITE"))
                .collect(Collectors.joining());
    }

    /** The lines of one chunk depend on those of the chunks before, none of which is recorded. */
    @Test
    void lines_that_depend_on_lines_far_above_are_answered_as_they_are_when_they_are_taken_in() {
        String first = contact("first", "0777", "T-first", "WHITE");
        byte[] file = contacts(
                first,
                others("A", 450),
                first,
                contact("first", "0777", "T-first", "BLACK"),
                first.replace("RMS,1", "RMS,2"),
                contact("zeros", "777", "T-other", "WHITE"),
                contact("wrong", "TRI0", "T-other", "WHITE").replace("SUBJECT", "SUSPECT"));
        ImportStatus taken = isAnsweredAsTakenIn(file, CONTACTS);
        assertThat(taken.counts()).isEqualTo(new Counts(452, 1, 0, 3, 0));
        assertThat(ledger().notes(taken.importId())).hasSize(1);

        byte[] later = contacts(
                contact("first", "0777", "T-first", "BLACK"),
                others("A", 450).replace("TRI2", "TRI4"),
                others("B", 10),
                contact("first", "0777", "T-second", "BLACK"));
        assertThat(isAnsweredAsTakenIn(later, CONTACTS).counts()).isEqualTo(new Counts(161, 300, 0, 1, 151));
    }

    private static OneRosterZip roster(int from, int to) {
        return OneRosterZip.bulk()
                .with("users.csv", lines(from, to, "u-%1$d,,,Given%1$d,Family%1$d,R-%1$d,,\n"))
                .with("roles.csv", lines(from, to, "r-%1$d,,,u-%1$d,primary,student,,,o-1\n"));
    }

    private static String lines(int from, int to, String line) {
        return IntStream.range(from, to).mapToObj(line::formatted).collect(Collectors.joining());
    }

    @Test
    void a_roster_is_answered_as_it_is_when_it_is_taken_in_with_who_is_missing_from_it() {
        byte[] first = roster(0, 450).bytes();
        assertThat(isAnsweredAsTakenIn(first, ROSTER).counts().accepted()).isPositive();
        // Some have left and some came; one bears the number of another, with another name.
        byte[] second = roster(30, 480)
                .with("users.csv", "u-x,,,Other,Person,R-40,,\n")
                .with("roles.csv", "r-x,,,u-x,primary,student,,,o-2\n")
                .bytes();
        ImportStatus taken = isAnsweredAsTakenIn(second, ROSTER);
        assertThat(taken.counts().rejected()).isEqualTo(1);
        assertThat(taken.counts().duplicates()).isPositive();
        assertThat(ledger().notes(taken.importId())).hasSize(1);
    }

    @Test
    void an_officer_whom_one_line_enters_is_known_to_the_next_one() {
        byte[] file = ("star_number,name,capacity,school,from,last_day\n"
                        + "8801,Rowan Ashby,SRO,MAR,2026-01-05,\n"
                        + "8801,Other Name,SRO,MAR,2026-02-05,\n"
                        + "8801,Rowan Ashby,,MAR,2026-01-05,\n"
                        + "08801,Rowan Ashby,SRO,MAR,2026-01-05,\n")
                .getBytes(UTF_8);
        isAnsweredAsTakenIn(file, "brightline-roster");
    }

    @Test
    void a_file_that_can_never_be_read_says_so_when_it_is_tried() {
        assertThat(attempt("nothing,of,ours\n1,2,3\n".getBytes(UTF_8), CONTACTS).failure())
                .returns(Cause.UNREADABLE, Failure::cause);
    }

    @Test
    void each_trial_is_one_of_its_own_and_its_file_can_be_taken_in_afterwards() throws IOException {
        Imports imports = program.context.getBean(Imports.class);
        byte[] file = contacts(contact("own", "MAR", "T-own", "WHITE"));
        ImportStatus first = attempt(file, CONTACTS);
        ImportStatus again = attempt(file, CONTACTS);
        assertThat(again.importId()).isNotEqualTo(first.importId());
        assertThat(again.counts()).isEqualTo(first.counts()).isEqualTo(new Counts(1, 0, 0, 0, 0));
        assertThat(imports.keptUntil(first))
                .isBetween(
                        Objects.requireNonNull(first.endedAt()).plus(Duration.ofHours(23)),
                        first.endedAt().plus(Duration.ofHours(25)));

        ImportStatus taken = program.ended(imports.take(first, _ -> COORDINATOR).id());
        assertThat(taken).returns(false, ImportStatus::trial).returns(new Counts(1, 0, 0, 0, 0), ImportStatus::counts);
        Imports.Started twice = imports.take(again, _ -> COORDINATOR);
        assertThat(twice).isEqualTo(new Imports.Started(taken.importId(), true));
        assertThat(attempt(file, CONTACTS).counts()).isEqualTo(new Counts(0, 1, 0, 0, 0));
    }

    /** Who waits is seen by whoever rehearses, and waits no longer than until it lets go. */
    @Test
    void who_records_what_is_being_tried_waits_for_no_trial() {
        Rehearsals rehearsals = program.context.getBean(Rehearsals.class);
        CompletableFuture<Void> officer;
        try (Rehearsal rehearsal = rehearsals.begin()) {
            rehearsal.send(new RegisterSchool(new SchoolCode("WAY"), "In The Way"), SchoolAnswer.class, COORDINATOR);
            assertThat(rehearsal.isInTheWay()).isFalse();
            officer = CompletableFuture.runAsync(() -> register("WAY", "Really There"));
            await().pollInSameThread().atMost(Duration.ofSeconds(4)).until(rehearsal::isInTheWay);
            assertThat(officer).isNotDone();
        }
        officer.join();
        assertThat(program.context
                        .getBean(ReferenceRegister.class)
                        .school(new SchoolCode("WAY"))
                        .orElseThrow()
                        .name())
                .isEqualTo("Really There");
    }
}
