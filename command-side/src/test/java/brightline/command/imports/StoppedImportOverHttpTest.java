package brightline.command.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.command.CommandSideOverHttp;
import brightline.command.CommandSideOverHttp.Answer;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class StoppedImportOverHttpTest {
    private static final String IMPORTS = "/api/commands/imports";
    private static final int MANY = 2_000;

    private static CommandSideOverHttp side;

    @BeforeAll
    static void start() {
        side = new CommandSideOverHttp();
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    private static String send(int lines) {
        String source = UUID.randomUUID().toString();
        String file = IntStream.rangeClosed(1, lines)
                .mapToObj(line ->
                        "I" + line + "," + source + ",1,MAR,Marlow High School,2026-03-02T10:16:00-06:00,WITNESS\n")
                .collect(Collectors.joining(
                        "", "record_id,source,person_number,school,school_name,occurred_at,role\n", ""));
        Answer answer = side.upload("coordinator", IMPORTS, file.getBytes(UTF_8), "format", "brightline-csv");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        return Objects.requireNonNull(answer.header("Location"));
    }

    private static JsonNode once(String place, String state) throws InterruptedException {
        JsonNode now = side.get("coordinator", place).body();
        for (int i = 0; i < 3_000 && !now.get("state").asString().equals(state); i++) {
            Thread.sleep(20);
            now = side.get("coordinator", place).body();
        }
        assertThat(now.get("state").asString()).as(now.toString()).isEqualTo(state);
        return now;
    }

    @Test
    void an_import_is_stopped_says_so_and_goes_on_where_it_stood() throws InterruptedException {
        String place = send(MANY);
        JsonNode running = side.get("coordinator", place).body();
        assertThat(running.get("secondsLeft").isNull())
                .as("nobody knows yet: %s", running)
                .isTrue();
        assertThat(running.get("fileKeptUntil").isNull()).isTrue();

        Answer stopped = side.post("coordinator", place + "/stop", "");
        assertThat(stopped.status()).as(stopped.body().toString()).isEqualTo(200);
        assertThat(stopped.body().get("state").asString()).isEqualTo("STOPPED");
        assertThat(stopped.body().get("stoppedBy").asString()).isEqualTo("coordinator");
        assertThat(stopped.body().get("endedAt").asString()).isNotBlank();
        assertThat(stopped.body().get("fileKeptUntil").asString()).isNotBlank();
        long lines = stopped.body().get("lines").asLong();
        assertThat(lines)
                .isLessThan(MANY)
                .isEqualTo(stopped.body().get("accepted").asLong());
        assertThat(side.get("coordinator", IMPORTS).body().get(0).get("state").asString())
                .isEqualTo("STOPPED");

        Answer resumed = side.post("coordinator", place + "/resume", "");
        assertThat(resumed.status()).as(resumed.body().toString()).isEqualTo(200);
        assertThat(resumed.body().get("stoppedBy").isNull()).isTrue();
        assertThat(once(place, "DONE").get("accepted").asLong()).isEqualTo(MANY);

        for (String what : new String[] {"/stop", "/resume"}) {
            Answer refused = side.post("coordinator", place + what, "");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body().get("type").asString()).endsWith(":import-has-ended");
        }
    }

    @Test
    void a_file_is_tried_and_then_taken_in_without_being_sent_again() throws InterruptedException {
        byte[] file = ("record_id,source,person_number,school,school_name,occurred_at,role\n"
                        + "T1,TRIED,1,MAR,Marlow High School,2026-03-02T10:16:00-06:00,WITNESS\n"
                        + "T2,TRIED,1,MAR,Marlow High School,2026-03-02T10:16:00-06:00,SUSPECT\n")
                .getBytes(UTF_8);
        Answer answer = side.upload("coordinator", IMPORTS, file, "format", "brightline-csv", "trial", "true");
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(202);
        assertThat(answer.body().get("trial").asBoolean()).isTrue();
        String trial = Objects.requireNonNull(answer.header("Location"));
        JsonNode tried = once(trial, "DONE");
        assertThat(tried.get("accepted").asLong()).isEqualTo(1);
        assertThat(tried.get("errors").get(0).get("column").asString()).isEqualTo("role");
        assertThat(tried.get("fileKeptUntil").asString()).isNotBlank();

        assertThat(side.post("adeyemi", trial + "/take", "").status()).isEqualTo(403);
        assertThat(side.post("coordinator", IMPORTS + "/" + UUID.randomUUID() + "/take", "")
                        .status())
                .isEqualTo(404);
        Answer begun = side.post("coordinator", trial + "/take", "");
        assertThat(begun.status()).as(begun.body().toString()).isEqualTo(202);
        String place = Objects.requireNonNull(begun.header("Location"));
        assertThat(place).isNotEqualTo(trial);
        JsonNode taken = once(place, "DONE");
        assertThat(taken.get("trial").asBoolean()).isFalse();
        assertThat(taken.get("accepted").asLong()).isEqualTo(1);
        assertThat(taken.get("duplicates").asLong()).isZero();
        assertThat(side.post("coordinator", place + "/take", "").status()).isEqualTo(409);
    }

    @Test
    void only_who_takes_files_in_stops_them_and_only_those_there_are() {
        String place = send(1);
        assertThat(side.post("adeyemi", place + "/stop", "").status()).isEqualTo(403);
        assertThat(side.post("adeyemi", place + "/resume", "").status()).isEqualTo(403);
        String nowhere = IMPORTS + "/" + UUID.randomUUID();
        assertThat(side.post("coordinator", nowhere + "/stop", "").status()).isEqualTo(404);
        assertThat(side.post("coordinator", nowhere + "/resume", "").status()).isEqualTo(404);
    }
}
