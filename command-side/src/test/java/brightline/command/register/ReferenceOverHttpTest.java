package brightline.command.register;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.TestDatabase;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.NewAccount;
import brightline.edge.store.Tampering;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ReferenceOverHttpTest {
    private static final String LAKEMONT = """
            {"name":"Lakemont PD","zone":"America/Los_Angeles","schoolYearStart":"--07-01",
             "jurisdiction":"california","lateAfterHours":48,"smallCellThreshold":11,"statistics":"KEEP"}""";

    private static final TestDatabase database = TestDatabase.fresh();
    private static ConfigurableApplicationContext program;
    private static NewAccount coordinator;
    private static NewAccount officer;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @BeforeAll
    static void start() throws Exception {
        program = ServedCommandSide.start(
                database, Files.createTempDirectory(Files.createDirectories(Path.of("target", "spool")), "imports"));
        Accounts accounts = program.getBean(Accounts.class);
        coordinator = accounts.create("coordinator", AccountRole.COORDINATOR, null, Set.of());
        officer = accounts.create("officer", AccountRole.SRO, null, Set.of());
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    @Test
    void the_roster_and_the_agreement_are_entered_step_by_step() {
        assertThat(post("/api/commands/schools", """
                {"code":"MAR","name":"Marsh High"}""").statusCode()).isEqualTo(201);
        HttpResponse<String> registered = post("/api/commands/officers", """
                {"starNumber":"4711","name":"A. Reyes","capacity":"SRO"}""");
        assertThat(registered.statusCode()).isEqualTo(201);
        assertThat(registered.headers().firstValue("Brightline-Index")).isPresent();
        String reyes = json(registered).get("officer").asString();
        assertThat(post("/api/commands/officers/" + reyes + "/assignments", """
                {"school":"MAR","from":"2025-08-18"}""").statusCode())
                .isEqualTo(200);
        assertThat(post("/api/commands/officers/" + reyes + "/assignments", """
                {"school":"MAR","from":"2025-09-18"}""").statusCode())
                .isEqualTo(409);
        assertThat(post("/api/commands/officers/" + reyes + "/assignments/end", """
                {"school":"MAR","lastDay":"2026-06-12"}""")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("/api/commands/officers/" + reyes + "/capacity", """
                {"capacity":"PATROL"}""").statusCode())
                .isEqualTo(200);
        HttpResponse<String> taken = post("/api/commands/officers", """
                {"starNumber":"4711","name":"B. Other","capacity":"SRO"}""");
        assertThat(taken.statusCode()).isEqualTo(409);
        assertThat(json(taken).get("type").asString()).isEqualTo("urn:brightline:problem:star-number-taken");
        String agreement =
                json(post("/api/commands/agreements", """
                        {"kind":"MOU","title":"MOU 2025","parties":["District","Police"]}""")).get("agreement").asString();
        assertThat(post("/api/commands/agreements/" + agreement + "/in-force", """
                {"ruleSet":99,"from":"2025-08-01"}""")
                        .statusCode())
                .isEqualTo(400);
        assertThat(post("/api/commands/agreements/" + agreement + "/in-force", """
                {"ruleSet":2,"from":"2025-08-01"}""")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("/api/commands/agreements/" + agreement + "/end", """
                {"lastDay":"2026-07-31"}""").statusCode())
                .isEqualTo(200);
        assertThat(post("/api/commands/agreements/" + UUID.randomUUID() + "/end", """
                {"lastDay":"2026-07-31"}""")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void a_retry_of_what_an_earlier_release_created_names_what_was_created_then() {
        String key = UUID.randomUUID().toString();
        String agreement = """
                {"kind":"MOU","title":"MOU 2026","parties":["District","Police"]}""";
        assertThat(postUnder(key, "/api/commands/agreements", agreement).statusCode())
                .isEqualTo(201);
        String then = "3260d8b4-46bc-3dd9-b055-539200dfcc81";
        int answers = Tampering.with(
                database.dataSource(),
                "command.idempotency",
                "update command.idempotency set answer = ? where key = ?",
                "{\"agreement\":\"" + then + "\"}",
                key);
        assertThat(answers).isEqualTo(1);

        HttpResponse<String> retried = postUnder(key, "/api/commands/agreements", agreement);
        assertThat(retried.statusCode()).isEqualTo(201);
        assertThat(json(retried).get("agreement").asString()).isEqualTo(then);
        assertThat(retried.headers().firstValue("Location")).hasValue("/api/commands/agreements/" + then);
    }

    @Test
    void no_school_gets_a_code_with_a_comma() {
        HttpResponse<String> refused = post("/api/commands/schools", """
                {"code":"H15,A","name":"Comma Creek School"}""");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).at("/errors/0/pointer").asString()).isEqualTo("/code");
    }

    @Test
    void a_student_is_entered_once_per_number() {
        String student = """
                {"number":"S-101","firstName":"Ann","lastName":"Doe","birthDate":"2010-05-01"}""";
        HttpResponse<String> first = post("/api/commands/students", student);
        assertThat(first.statusCode()).isEqualTo(201);
        HttpResponse<String> again = post("/api/commands/students", student);
        assertThat(json(again)).isEqualTo(json(first));
        HttpResponse<String> other = post("/api/commands/students", student.replace("Ann", "Eve"));
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).doesNotContain("Ann", "Eve", "Doe", "S-101");
    }

    @Test
    void the_agency_says_how_it_counts_and_no_one_overwrites_what_they_have_not_seen() {
        Optional<String> before =
                etag(send(request("/api/commands/agency", officer).GET()));
        HttpResponse<String> changed = settings(before, LAKEMONT);
        assertThat(changed.statusCode()).isEqualTo(200);
        HttpResponse<String> now = send(request("/api/commands/agency", officer).GET());
        assertThat(json(now)).isEqualTo(json(changed));
        assertThat(etag(now)).isEqualTo(etag(changed)).isNotEqualTo(before);

        String later = LAKEMONT.replace("48", "24");
        assertThat(settings(Optional.empty(), later).statusCode()).isEqualTo(428);
        assertThat(settings(Optional.of("\"77\""), later).statusCode()).isEqualTo(412);
        assertThat(settings(etag(now), later.replace("california", "atlantis")).body())
                .contains("/jurisdiction", "unknown-code");
        assertThat(json(send(request("/api/commands/agency", officer).GET()))).isEqualTo(json(changed));
        assertThat(settings(etag(now), later).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> settings(Optional<String> seen, String body) {
        HttpRequest.Builder put = request("/api/commands/agency", coordinator)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .PUT(HttpRequest.BodyPublishers.ofString(body));
        seen.ifPresent(version -> put.header("If-Match", version));
        return send(put);
    }

    private static Optional<String> etag(HttpResponse<String> answer) {
        return answer.headers().firstValue("ETag");
    }

    @Test
    void wrong_fields_are_named_all_at_once_and_other_roles_stay_out() {
        HttpResponse<String> wrong = post("/api/commands/officers", """
                {"name":"","capacity":"GENERAL"}""");
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(json(wrong)
                        .get("errors")
                        .valueStream()
                        .map(e -> e.get("pointer").asString()))
                .containsExactlyInAnyOrder("/starNumber", "/name", "/capacity");
        assertThat(send(request("/api/commands/schools", officer)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_file_is_taken_in_and_its_lines_answered() throws Exception {
        Path sample = Path.of("..", "ops", "samples", "california-stops-sample.csv");
        HttpResponse<String> started = upload(Files.readString(sample), "california-stop-data", "no");
        assertThat(started.statusCode()).isEqualTo(202);
        String place = started.headers().firstValue("Location").orElseThrow();
        JsonNode status = json(send(request(place, coordinator).GET()));
        for (int i = 0; i < 1000 && status.get("state").asString().equals("RUNNING"); i++) {
            Thread.sleep(50);
            status = json(send(request(place, coordinator).GET()));
        }
        assertThat(status.get("state").asString()).isEqualTo("DONE");
        assertThat(status.get("lines").asInt()).isEqualTo(2015);
        assertThat(status.get("accepted").asInt()).isEqualTo(787);
        assertThat(status.get("duplicates").asInt()).isEqualTo(5);
        assertThat(status.get("outOfScope").asInt()).isEqualTo(1223);
        assertThat(status.get("rejected").asInt()).isZero();
        assertThat(status.get("errors").isEmpty()).isTrue();
        HttpResponse<String> again = upload(Files.readString(sample), "california-stop-data", "no");
        assertThat(again.statusCode()).isEqualTo(202);
        ObjectNode same = (ObjectNode) json(again);
        assertThat(same.remove("sentBefore").asBoolean())
                .as("the file sent again is told apart")
                .isTrue();
        assertThat(same).isEqualTo(status);
        assertThat(json(send(request("/api/commands/imports", coordinator).GET()))
                        .size())
                .isEqualTo(1);
    }

    @Test
    void a_format_is_described_and_an_unknown_one_refused() {
        HttpResponse<String> text = send(request("/api/commands/imports/formats/brightline-csv", coordinator)
                .GET());
        assertThat(text.statusCode()).isEqualTo(200);
        assertThat(text.body()).contains("record_id *");
        HttpResponse<String> refused = upload("a,b\n1,2\n", "excel", "yes");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).get("errors").size()).isEqualTo(2);
        assertThat(send(request("/api/commands/imports/" + UUID.randomUUID(), coordinator)
                                .GET())
                        .statusCode())
                .isEqualTo(404);
    }

    private static HttpResponse<String> upload(String file, String format, String assumeImminent) {
        String boundary = "brightline" + UUID.randomUUID();
        String body = """
                --%1$s\r
                Content-Disposition: form-data; name="format"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="assumeImminent"\r
                \r
                %3$s\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="stops.csv"\r
                Content-Type: text/csv\r
                \r
                %4$s\r
                --%1$s--\r
                """.formatted(boundary, format, assumeImminent, file);
        return send(request("/api/commands/imports", coordinator)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> post(String path, String body) {
        return postUnder(UUID.randomUUID().toString(), path, body);
    }

    private static HttpResponse<String> postUnder(String key, String path, String body) {
        return send(request(path, coordinator)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String path, NewAccount account) {
        String pair = account.account().username() + ":" + account.firstPassword();
        @Nullable String port = program.getEnvironment().getProperty("local.server.port");
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (Exception e) {
            throw new AssertionError("No answer", e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }
}
