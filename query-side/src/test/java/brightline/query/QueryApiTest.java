package brightline.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import brightline.edge.access.AccessConfiguration;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.AccountsWithoutLog;
import brightline.edge.access.NewAccount;
import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.InteractionEvent.InteractionCorrected;
import brightline.query.figures.Dimension;
import brightline.query.projection.AwaitedPositions;
import brightline.query.projection.Horizons;
import brightline.query.projection.ProjectionProcessors;
import brightline.query.roster.RosterProjection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Questions over HTTP, with the accounts that may ask them. */
class QueryApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static QueryProgram program;
    static Contact gun;
    static final Map<AccountRole, String> SIGN_IN = new EnumMap<>(AccountRole.class);

    @BeforeAll
    static void start() {
        program = QueryProgram.start(
                WebApplicationType.SERVLET,
                List.of(
                        "server.port=0",
                        "brightline.demo=true",
                        "brightline.budgets.awaiting-in-all=20",
                        "management.endpoints.web.exposure.include=health,prometheus"),
                AccessConfiguration.class,
                AccountsWithoutLog.class);
        Story story = program.story().recordedAt("2026-03-02T17:00:00Z");
        story.school("MAR", "Marlow HS");
        OfficerId adeyemi = story.officer("Adeyemi");
        OfficerId castellane = story.officer("Castellane");
        gun = Contact.of(adeyemi).conduct("cps-scc/6-1").action("A2_SEIZE").student("p", "BLACK");
        story.incident("MAR", gun);
        story.incident(
                "MAR",
                Contact.of(castellane)
                        .at("2026-03-02T15:00:00Z")
                        .conduct("cps-scc/1-8")
                        .action("D_ENFORCE_RULE"));
        story.recordedAt("2026-03-03T17:00:00Z")
                .submit(new InteractionCorrected(
                        gun.id(), new CorrectedFact.Conduct(List.of(Code.of("cps-scc/4-12"))), Story.BECAUSE));
        program.settle();
        for (AccountRole role : AccountRole.values()) {
            NewAccount made = program.bean(Accounts.class)
                    .create(role.text(), role, role == AccountRole.SRO ? adeyemi.value() : null, Set.of("MAR"));
            SIGN_IN.put(
                    role,
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((role.text() + ":" + made.firstPassword())
                                            .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        }
    }

    @AfterAll
    static void stop() {
        program.close();
    }

    private static HttpResponse<String> send(AccountRole role, String method, String path, String... headers) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://localhost:" + program.property("local.server.port") + path))
                    .method(method, HttpRequest.BodyPublishers.noBody())
                    .header("Accept", "application/json")
                    .header("Authorization", SIGN_IN.getOrDefault(role, ""));
            for (int i = 0; i < headers.length; i += 2) {
                request.setHeader(headers[i], headers[i + 1]);
            }
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode get(AccountRole role, String path) {
        HttpResponse<String> response = send(role, "GET", path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    @Test
    void a_figure_comes_in_the_form_all_figures_have() {
        JsonNode answer = get(
                AccountRole.ANALYST,
                "/api/queries/routine-discipline?groupBy=school,race&from=2026-03-01&to=2026-03-31&asKnownOn=2026-03-03");
        assertThat(answer.at("/definition/id").asString()).isEqualTo("M2");
        assertThat(answer.at("/ruleSet").asInt()).isEqualTo(1);
        assertThat(answer.at("/agreement").isNull()).isTrue();
        assertThat(answer.at("/from").asString()).isEqualTo("2026-03-01");
        assertThat(answer.at("/asKnownOn").asString()).isEqualTo("2026-03-03");
        assertThat(answer.get("rows")).hasSize(2);
        JsonNode unknown = answer.at("/rows/1");
        assertThat(unknown.at("/group/school").asString()).isEqualTo("MAR");
        assertThat(unknown.at("/group/race").isNull()).isTrue();
        assertThat(unknown.at("/labels/school").asString()).isEqualTo("Marlow HS");
        assertThat(unknown.at("/count").asInt()).isEqualTo(1);
        assertThat(unknown.at("/numerator").asInt()).isEqualTo(1);
        assertThat(unknown.at("/denominator").asInt()).isEqualTo(1);
        assertThat(unknown.at("/value").asDouble()).isEqualTo(1.0);
        assertThat(unknown.at("/interval")).hasSize(2);
        assertThat(unknown.at("/measures/M2d/denominator").asInt()).isEqualTo(1);
        assertThat(unknown.at("/suppressed").asBoolean()).isFalse();
        assertThat(answer.get("notes").toString()).contains("No agreement is in force", "are simulated");
    }

    @Test
    void an_officer_is_answered_about_the_own_record_only() {
        assertThat(get(AccountRole.ANALYST, "/api/queries/involvements")
                        .at("/rows/0/count")
                        .asInt())
                .isEqualTo(2);
        assertThat(get(AccountRole.SRO, "/api/queries/involvements")
                        .at("/rows/0/count")
                        .asInt())
                .isEqualTo(1);
        assertThat(get(AccountRole.SRO, "/api/queries/cases").get("cases")).hasSize(1);
        JsonNode others = get(AccountRole.AUDITOR, "/api/queries/cases?limit=1");
        assertThat(others.get("cases")).hasSize(1);
        JsonNode next = get(
                AccountRole.AUDITOR,
                "/api/queries/cases?limit=1&cursor=" + others.get("next").asString());
        assertThat(next.get("cases")).hasSize(1);
        assertThat(next.has("next")).isFalse();
        String theirs = next.at("/cases/0/interactionId").asString();
        assertThat(send(AccountRole.SRO, "GET", "/api/queries/cases/" + theirs + "/timeline")
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "groupBy=colour, ?groupBy",
        "from=yesterday, ?from",
        "from=2026-03-02&to=2026-03-01, ?to",
        "asKnownOn=2026-13-01, ?asKnownOn",
        "ruleSet=9, ?ruleSet",
        "ruleSet=x, ?ruleSet",
        "atLeastIndex=-1, ?atLeastIndex",
        "race=GREEN, ?race",
        "officer=me, ?officer",
        "month=2026-13, ?month",
        "schoolYear=2025-27, ?schoolYear",
        "schoolYear=2025, ?schoolYear",
        "school=NOWHERE, ?school",
        "homeSchool=NOWHERE, ?homeSchool",
        "from=2026-03-02&from=2026-03-03, ?from"
    })
    void a_parameter_that_is_not_right_is_named(String query, String pointer) {
        HttpResponse<String> response = send(AccountRole.ANALYST, "GET", "/api/queries/arrests?" + query);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(response.body()).at("/errors/0/pointer").asString())
                .isEqualTo(pointer);
        assertThat(response.body()).doesNotContain("GREEN", "yesterday", "colour");
    }

    /** Codes are listed with commas between them: no school gets such a code, and one asked for is told to be none. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "involvements",
                "routine-discipline",
                "arrests",
                "diversions",
                "deescalation",
                "questioning",
                "searches",
                "lateness",
                "roster",
                "training",
                "line-changes",
                "cases",
                "funnels?measure=routine-discipline&unit=school"
            })
    void a_school_of_a_code_with_a_comma_is_named_as_not_on_record(String list) {
        for (String filter : List.of("school", "homeSchool")) {
            HttpResponse<String> response = send(
                    AccountRole.SUPERVISOR,
                    "GET",
                    "/api/queries/" + list + (list.contains("?") ? "&" : "?") + filter + "=H15%2CA");
            assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
            assertThat(JSON.readTree(response.body()).at("/errors/0/pointer").asString())
                    .isEqualTo("?" + filter);
        }
    }

    @Test
    void who_may_not_ask_is_refused() {
        for (AccountRole role :
                List.of(AccountRole.PROVIDER, AccountRole.SCHOOL_ADMIN, AccountRole.CLERK, AccountRole.SYSADMIN)) {
            assertThat(send(role, "GET", "/api/queries/involvements").statusCode())
                    .isEqualTo(403);
        }
        assertThat(send(AccountRole.ANALYST, "GET", "/api/queries/cases").statusCode())
                .isEqualTo(403);
        assertThat(send(AccountRole.AUDITOR, "POST", "/api/queries/replays", "Idempotency-Key", key())
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void an_event_not_there_yet_is_said_so() {
        HttpResponse<String> response = send(AccountRole.ANALYST, "GET", "/api/queries/arrests?atLeastIndex=100000000");
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.headers().firstValue("Retry-After")).contains("1");
        assertThat(JSON.readTree(response.body()).at("/type").asString()).isEqualTo("urn:brightline:problem:not-yet");
    }

    @Test
    void a_case_is_told_as_known_at_any_moment() {
        String path = "/api/queries/cases/" + gun.id() + "/timeline";
        JsonNode now = get(AccountRole.AUDITOR, path);
        assertThat(now.get("timeline")).hasSize(5);
        assertThat(now.at("/timeline/0/words").asString()).contains("Marlow HS");
        assertThat(now.at("/timeline/1/words").asString()).startsWith("Officer Adeyemi recorded a contact");
        assertThat(now.at("/timeline/4/recordedAt").asString()).startsWith("2026-03-03T17:00:0");
        assertThat(now.at("/timeline/4/actor").asString()).isEqualTo("tester");
        assertThat(now.at("/involvements/0/classes/0/class").asString()).isEqualTo("LAW_ENFORCEMENT_DISCRETION");
        assertThat(now.at("/involvements/0/classes/1/ruleSet").asInt()).isEqualTo(2);

        JsonNode then = get(AccountRole.AUDITOR, path + "?asKnownOn=2026-03-02");
        assertThat(then.get("timeline")).hasSize(4);
        assertThat(then.at("/involvements/0/classes/0/class").asString()).isEqualTo("LAW_ENFORCEMENT");
        assertThat(send(AccountRole.AUDITOR, "GET", path + "?asKnownOn=2026-03-01")
                        .statusCode())
                .isEqualTo(404);
        assertThat(send(
                                AccountRole.AUDITOR,
                                "GET",
                                path.replace(
                                        gun.id().toString(), UUID.randomUUID().toString()))
                        .statusCode())
                .isEqualTo(404);
        assertThat(now.toString()).doesNotContain("BLACK");
    }

    @Test
    void cases_are_found_by_number_and_class() {
        JsonNode found = get(AccountRole.COORDINATOR, "/api/queries/cases?number=BL-2026-00001");
        assertThat(found.at("/cases/0/interactionId").asString())
                .isEqualTo(gun.id().toString());
        assertThat(get(AccountRole.COORDINATOR, "/api/queries/cases?class=ROUTINE_DISCIPLINE")
                        .get("cases"))
                .hasSize(1);
        assertThat(send(AccountRole.COORDINATOR, "GET", "/api/queries/cases?cursor=zzz")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_replay_is_started_watched_and_discarded() {
        String key = key();
        HttpResponse<String> started =
                send(AccountRole.SYSADMIN, "POST", "/api/queries/replays", "Idempotency-Key", key);
        assertThat(started.statusCode()).isEqualTo(202);
        String path = started.headers().firstValue("Location").orElseThrow();
        await().atMost(Duration.ofSeconds(60))
                .until(() ->
                        get(AccountRole.AUDITOR, path).at("/state").asString().equals("COMPARED"));
        JsonNode report = get(AccountRole.AUDITOR, path);
        assertThat(report.at("/differences").asInt()).isZero();
        assertThat(report.get("projections"))
                .hasSize(program.bean(ProjectionProcessors.class).all().size());
        assertThat(send(AccountRole.SYSADMIN, "POST", "/api/queries/replays", "Idempotency-Key", key)
                        .headers()
                        .firstValue("Location"))
                .contains(path);
        assertThat(JSON.readTree(send(AccountRole.SYSADMIN, "POST", path + "/discard")
                                .body())
                        .at("/state")
                        .asString())
                .isEqualTo("DISCARDED");
        assertThat(send(AccountRole.SYSADMIN, "POST", "/api/queries/replays").statusCode())
                .isEqualTo(400);
        assertThat(send(AccountRole.SYSADMIN, "POST", "/api/queries/replays", "Idempotency-Key", "short")
                        .statusCode())
                .isEqualTo(400);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    @Test
    void the_meters_of_projections_are_there() {
        String meters = send(AccountRole.SYSADMIN, "GET", "/actuator/prometheus", "Accept", "text/plain")
                .body();
        assertThat(meters)
                .contains(
                        "projection_lag_events{group=\"involvement\"}",
                        "projection_lag_seconds{group=\"timeline\"}",
                        "projection_deadletters{group=\"involvement\"}",
                        "projection_failed_total{group=\"involvement\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "involvements",
                "routine-discipline",
                "arrests",
                "diversions",
                "deescalation",
                "questioning",
                "searches",
                "line-changes",
                "lateness",
                "roster",
                "training"
            })
    void a_figure_can_be_grouped_by_everything_there_is(String figure) {
        String all = Arrays.stream(Dimension.values()).map(Dimension::parameter).collect(Collectors.joining(","));
        get(AccountRole.SUPERVISOR, "/api/queries/" + figure + "?groupBy=" + all);
        for (Dimension one : Dimension.values()) {
            get(AccountRole.SUPERVISOR, "/api/queries/" + figure + "?groupBy=" + one.parameter());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "involvements?from=%2B999999999-01-01",
                "involvements?to=-999999999-01-01",
                "involvements?from=1899-12-31",
                "involvements?to=2201-01-01",
                "involvements?asKnownOn=2201-01-01",
                "involvements?school=%00",
                "involvements?school=a%1bb",
                "involvements?%00=1",
                "cases?number=%00",
                "cases?from=%2B999999999-01-01",
                "cases?cursor=KzEwMDAwMDAwMDAtMDEtMDFUMDA6MDA6MDBafDAwMDAwMDAwLTAwMDAtMDAwMC0wMDAwLTAwMDAwMDAwMDAwMA",
                "referrals?cursor=KzEwMDAwMDAwMDAtMDEtMDFUMDA6MDA6MDBafDAwMDAwMDAwLTAwMDAtMDAwMC0wMDAwLTAwMDAwMDAwMDAwMA",
                "referrals?cursor=AAAA",
                "referrals?cursor=%00",
                "diversions?cursor=%FF",
                "roster?asOf=%2B999999999-01-01"
            })
    void what_cannot_be_asked_is_refused_as_such(String question) {
        HttpResponse<String> refused = send(AccountRole.AUDITOR, "GET", "/api/queries/" + question);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(400);
        assertThat(refused.body()).contains("urn:brightline:problem:");
    }

    @Test
    void a_parameter_nobody_would_type_is_refused() {
        assertThat(send(AccountRole.AUDITOR, "GET", "/api/queries/cases?number=" + "7".repeat(2_001))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_years_that_can_be_asked_about_are_named() {
        assertThat(send(AccountRole.AUDITOR, "GET", "/api/queries/arrests?from=%2B999999999-01-01")
                        .body())
                .contains("from 1900 to 2200");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "heliotrope", ";", "application/json; charset=heliotrope"})
    void a_body_of_no_type_is_of_no_type_that_is_read(String type) {
        HttpResponse<String> refused =
                send(AccountRole.CLERK, "POST", "/api/queries/students/search", "Content-Type", type);
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(415);
    }

    @Test
    void an_index_far_beyond_the_log_is_refused_at_once() {
        long begun = System.nanoTime();
        HttpResponse<String> refused =
                send(AccountRole.AUDITOR, "GET", "/api/queries/involvements?atLeastIndex=2147483648");
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("urn:brightline:problem:not-yet");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(1_500));
    }

    @Test
    void sixteen_of_an_account_wait_for_an_index_and_the_seventeenth_is_told_to_come_later() {
        long next = program.bean(Horizons.class).newest() + 500;
        String question = "/api/queries/involvements?atLeastIndex=" + next;
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                asked.add(askers.submit(
                        () -> send(AccountRole.ANALYST, "GET", question).statusCode()));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> asked.stream().allMatch(Future::isDone));
            List<Integer> statuses = asked.stream().map(Future::resultNow).toList();
            assertThat(statuses).containsOnly(409, 429);
            assertThat(statuses.stream().filter(status -> status == 409)).hasSizeGreaterThanOrEqualTo(16);
        }
    }

    @Test
    void no_more_wait_for_an_index_than_may_in_all_whoever_they_are() throws Exception {
        AwaitedPositions positions = program.bean(AwaitedPositions.class);
        String question = "/api/queries/involvements?atLeastIndex="
                + (program.bean(Horizons.class).newest() + 500);
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 16; i++) {
                askers.submit(() -> send(AccountRole.ANALYST, "GET", question));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> positions.waiting() == 16);
            for (int i = 0; i < 4; i++) {
                askers.submit(() -> send(AccountRole.AUDITOR, "GET", question));
            }
            await().atMost(Duration.ofSeconds(60)).until(() -> positions.waiting() == 20);
            HttpResponse<String> oneTooMany = send(AccountRole.AUDITOR, "GET", question);
            assertThat(oneTooMany.statusCode()).isEqualTo(429);
            assertThat(oneTooMany.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(oneTooMany.body()).contains("urn:brightline:problem:too-many-waiting");
        }
    }

    @Test
    void nobody_waits_for_a_read_model_that_has_stood_still_for_long() throws SQLException {
        long next = program.bean(Horizons.class).newest() + 1;
        try (Connection other = program.bean(DataSource.class).getConnection()) {
            other.setAutoCommit(false);
            other.createStatement()
                    .execute("select from rm.read_model where projection = '" + RosterProjection.NAME + "' for update");
            Story story = program.story().recordedAt("2026-03-06T17:00:00Z");
            story.school("YAR", "Yarrow HS");
            story.recordedAt("2026-03-06T17:00:05Z");
            assertThat(program.bean(AwaitedPositions.class).await(next, Duration.ofSeconds(10)))
                    .isTrue();
            assertThat(program.bean(JdbcClient.class)
                            .sql("select position from rm.read_model where projection = ?")
                            .param(RosterProjection.NAME)
                            .query(Long.class)
                            .single())
                    .isLessThan(next);
            other.rollback();
        }
        program.settle();
    }

    @Test
    void who_waits_for_an_index_is_answered_as_soon_as_the_event_is_there() throws Exception {
        long next = program.bean(Horizons.class).newest() + 1;
        try (ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<HttpResponse<String>> asked = askers.submit(
                    () -> send(AccountRole.AUDITOR, "GET", "/api/queries/involvements?atLeastIndex=" + next));
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> program.bean(AwaitedPositions.class).waiting() == 1);
            program.story().recordedAt("2026-03-05T17:00:00Z").school("ZAN", "Zander HS");
            assertThat(asked.get().statusCode()).isEqualTo(200);
        }
    }
}
