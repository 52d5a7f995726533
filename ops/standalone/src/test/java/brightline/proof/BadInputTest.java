package brightline.proof;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import brightline.benchmark.Api;
import brightline.benchmark.Api.Answer;
import brightline.benchmark.FoundedAgency;
import brightline.benchmark.StandaloneProcess;
import brightline.benchmark.StandaloneProcess.DatabaseAddress;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Bad input over HTTP on the whole program: refused with a problem that says why and where, nothing written, nothing of it repeated,
 * neither in the answer nor in the log.
 */
@Timeout(value = 15, unit = MINUTES)
class BadInputTest {
    /** Everything a request may have left behind, had it been taken. */
    private static final String WRITTEN = """
            select (select count(*) from log.domain_event_entry), (select count(*) from command.idempotency),
                   (select count(*) from log.event_secret), (select count(*) from log.student_in_incident),
                   (select count(*) from access.account), (select count(*) from access.api_token)""";

    private static @Nullable Path data;
    private static @Nullable StandaloneProcess process;
    private static @Nullable FoundedAgency agency;
    private static @Nullable DatabaseAddress database;

    @BeforeAll
    static void start(@TempDir Path folder) throws IOException {
        Path fresh = Programs.dataIn(folder);
        data = fresh;
        // What desks record of the good contacts comes when it comes, and here every row is counted.
        StandaloneProcess started =
                StandaloneProcess.start(Programs.BRIGHTLINE, fresh, Map.of("BRIGHTLINE_DESKS", "false"));
        process = started;
        database = started.database();
        agency = FoundedAgency.on(started);
    }

    @AfterAll
    static void stop() throws IOException {
        if (process != null) {
            process.close();
        }
        if (data != null) {
            Programs.leave(data);
        }
    }

    @Test
    void what_the_bad_requests_are_made_of_is_taken_while_it_is_good() throws SQLException {
        String before = written();
        Answer answer = requests().send(requests().goodContact());
        answer.expect(201);
        assertThat(written()).isNotEqualTo(before);
        nothingPersonalIsIn(answer.body());
    }

    @TestFactory
    Stream<DynamicTest> is_refused_with_its_reason_and_leaves_no_trace() {
        return requests().all().map(request -> DynamicTest.dynamicTest(request.what(), () -> refused(request)));
    }

    @Test
    void a_hostile_text_where_texts_may_stand_is_text() throws SQLException {
        requests().send(requests().hostileNarrative()).expect(201);
        assertThat(written()).isNotEmpty();
    }

    private static void refused(BadRequest request) throws SQLException, IOException {
        String before = written();
        Answer answer = requests().send(request);
        String shown = request.what() + " was answered " + answer.status() + " " + answer.body() + lastFault();
        assertThat(answer.status()).as(shown).isBetween(400, 499);
        if (request.status() != 0) {
            assertThat(answer.status()).as(shown).isEqualTo(request.status());
        }
        assertThat(answer.header("Content-Type")).as(shown).startsWith("application/problem+json");
        JsonNode problem = answer.json();
        assertThat(problem.get("status").asInt()).as(shown).isEqualTo(answer.status());
        assertThat(problem.get("type").asString()).as(shown).startsWith("urn:brightline:problem:");
        assertThat(problem.get("title").asString()).as(shown).isNotBlank();
        if (request.pointer() != null) {
            assertThat(problem.get("errors")).as(shown).isNotNull().anySatisfy(error -> {
                assertThat(error.get("pointer").asString()).isEqualTo(request.pointer());
                assertThat(error.get("code").asString()).isNotBlank();
                assertThat(error.get("reason").asString()).isNotBlank();
            });
        }
        if (request.code() != null) {
            assertThat(answer.body()).as(shown).contains("\"code\":\"" + request.code() + "\"");
        }
        assertThat(answer.body())
                .doesNotContain(
                        "Exception", "\tat ", "springframework", "jackson", "org.postgresql", "select ", "insert ");
        nothingPersonalIsIn(answer.body());
        assertThat(written()).as(shown).isEqualTo(before);
        nothingPersonalIsIn(running().log());
    }

    /** The last line of the log about a request that failed by our fault; empty while there is none. */
    private static String lastFault() throws IOException {
        return running()
                .log()
                .lines()
                .filter(line -> line.contains("Request failed"))
                .reduce("", (_, last) -> "; the log's last fault: " + last);
    }

    private static void nothingPersonalIsIn(String text) {
        assertThat(text).doesNotContain(BadRequests.CANARIES);
    }

    private static String written() throws SQLException {
        StringBuilder counts = new StringBuilder();
        try (Connection connection = Objects.requireNonNull(database).connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(WRITTEN)) {
            row.next();
            for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                counts.append(row.getLong(i)).append(' ');
            }
        }
        return counts.toString();
    }

    private static BadRequests requests() {
        return new BadRequests(Api.of(running().url()), Objects.requireNonNull(agency));
    }

    private static StandaloneProcess running() {
        return Objects.requireNonNull(process);
    }
}
