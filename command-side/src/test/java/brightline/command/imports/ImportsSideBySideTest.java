package brightline.command.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.Counts;
import brightline.command.imports.file.ImportStatus.State;
import brightline.command.submission.CommandRejected;
import brightline.command.submission.Request;
import brightline.events.ImportId;
import brightline.events.Stated;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Files are read side by side, and who sent one can stop it and go on. */
class ImportsSideBySideTest {
    private static final String CONTACTS = "brightline-csv";
    private static final String HEADER =
            "record_id,source,person_number,school,school_name,occurred_at,role,student_number\n";
    private static final int MANY = 2_000;
    private static final Request SUPERVISED = Request.inside("supervisor");

    private static ImportProgram program;

    @BeforeAll
    static void start() {
        program = new ImportProgram();
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static Imports imports() {
        return program.context.getBean(Imports.class);
    }

    private static String file(String source, int lines) {
        return IntStream.rangeClosed(1, lines)
                .mapToObj("I%1$d,%%s,1,MAR,Marlow High School,2026-03-02T10:16:00-06:00,SUBJECT,%%s-%1$d\n"::formatted)
                .map(line -> line.formatted(source, source))
                .collect(Collectors.joining("", HEADER, ""));
    }

    private static ImportId start(String content) {
        return program.start(new ByteArrayInputStream(content.getBytes(UTF_8)), CONTACTS, Stated.MISSING);
    }

    private static void until(BooleanSupplier so) {
        Instant limit = Instant.now().plus(Duration.ofMinutes(1));
        while (!so.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(limit);
            ImportProgram.pause();
        }
    }

    @Test
    void a_file_of_one_line_passes_one_of_thousands() {
        int many = 6_000;
        ImportId large = start(file("LARGE", many));
        until(() -> program.status(large).counts().lines() > 0);
        ImportId small = start(file("SMALL", 1));
        assertThat(program.ended(small).counts()).isEqualTo(new Counts(1, 0, 0, 0));
        ImportStatus meanwhile = program.status(large);
        assertThat(meanwhile.state()).isEqualTo(State.RUNNING);
        assertThat(meanwhile.counts().lines()).isLessThan(many);
        assertThat(program.ended(large).counts()).isEqualTo(new Counts(many, 0, 0, 0));
    }

    @Test
    void what_was_taken_before_an_import_was_stopped_stays_and_the_rest_comes_when_it_goes_on() throws IOException {
        String content = file("STOPPED", MANY);
        ImportId id = start(content);
        until(() -> program.status(id).counts().lines() > 0);
        imports().stop(id, SUPERVISED);
        ImportStatus stopped = program.status(id);
        assertThat(stopped.state()).isEqualTo(State.STOPPED);
        assertThat(stopped.stoppedBy()).isEqualTo("supervisor");
        assertThat(stopped.endedAt()).isNotNull();
        assertThat(stopped.counts().accepted()).isBetween(1L, MANY - 1L);
        assertThat(program.status(start(file("AFTERWARDS", 1))).importId())
                .satisfies(one ->
                        assertThat(program.ended(one).counts().accepted()).isEqualTo(1));
        imports().stop(id, SUPERVISED);
        assertThat(program.status(id)).as("it stands where it was stopped").isEqualTo(stopped);
        assertThat(imports().keptUntil(stopped)).isEqualTo(stopped.endedAt().plus(Duration.ofDays(30)));

        imports().resume(id, SUPERVISED);
        imports().resume(id, SUPERVISED);
        ImportStatus done = program.ended(id);
        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(done.stoppedBy()).isNull();
        assertThat(done.counts()).isEqualTo(new Counts(MANY, 0, 0, 0));
        assertThat(eventsOf(id))
                .containsExactly("import.started", "import.stopped", "import.resumed", "import.finished");
        assertThat(Files.exists(program.spool.resolve(id + ".csv"))).isFalse();
        for (Runnable tooLate : List.<Runnable>of(
                () -> imports().stop(id, SUPERVISED), () -> imports().resume(id, SUPERVISED))) {
            assertThatThrownBy(tooLate::run)
                    .isInstanceOfSatisfying(
                            CommandRejected.class,
                            refused -> assertThat(refused.rule()).isEqualTo(ImportRule.IMPORT_HAS_ENDED));
        }
    }

    /** The reading that was stopped may not have noticed yet when it is to go on. */
    @Test
    void stopping_and_going_on_at_once_again_and_again_loses_nothing() {
        ImportId id = start(file("HESITANT", 1_000));
        while (program.status(id).state() != State.DONE) {
            try {
                imports().stop(id, SUPERVISED);
                imports().resume(id, SUPERVISED);
            } catch (CommandRejected ended) {
                assertThat(ended.rule()).isEqualTo(ImportRule.IMPORT_HAS_ENDED);
            }
            ImportProgram.pause();
        }
        assertThat(program.status(id).counts()).isEqualTo(new Counts(1_000, 0, 0, 0));
    }

    @Test
    void the_file_sent_again_goes_on_too_also_when_it_was_not_kept_any_more() throws IOException {
        String content = file("AGAIN", MANY);
        ImportId id = start(content);
        imports().stop(id, SUPERVISED);
        imports().forgetOldFiles();
        assertThat(imports().keptUntil(program.status(id))).isNotNull();
        program.jdbc
                .sql("update command.import set ended_at = ended_at - interval '31 days' where import_id = ?")
                .param(id.value())
                .update();
        imports().forgetOldFiles();
        assertThat(imports().keptUntil(program.status(id))).isNull();
        assertThatThrownBy(() -> imports().resume(id, SUPERVISED))
                .isInstanceOfSatisfying(
                        CommandRejected.class,
                        refused -> assertThat(refused.rule()).isEqualTo(ImportRule.IMPORT_FILE_NOT_KEPT));
        assertThat(start(content)).isEqualTo(id);
        assertThat(program.ended(id).counts()).isEqualTo(new Counts(MANY, 0, 0, 0));
        assertThat(eventsOf(id)).contains("import.stopped", "import.resumed");
    }

    @Test
    void two_files_of_officers_are_read_in_the_order_in_which_they_were_sent() throws IOException {
        program.take(file("SCHOOLS", 1), CONTACTS, Stated.MISSING);
        String header = "star_number,name,capacity,school,from\n";
        String officers = IntStream.range(0, 600)
                .mapToObj("9%1$04d,Officer %1$d,SRO,MAR,2025-08-18\n"::formatted)
                .collect(Collectors.joining("", header, ""));
        ImportId first =
                program.start(new ByteArrayInputStream(officers.getBytes(UTF_8)), "brightline-roster", Stated.MISSING);
        ImportId second = program.start(
                new ByteArrayInputStream((header + "90599,,PATROL,MAR,2025-08-18\n").getBytes(UTF_8)),
                "brightline-roster",
                Stated.MISSING);
        program.ended(second);
        assertThat(program.status(first).state()).isEqualTo(State.DONE);
        assertThat(program.ended(second).counts().changed()).isEqualTo(1);
    }

    private static List<String> eventsOf(ImportId id) {
        return program.jdbc
                .sql(
                        "select payload_type from log.domain_event_entry where aggregate_identifier = ? order by sequence_number")
                .param(id.toString())
                .query(String.class)
                .list();
    }
}
