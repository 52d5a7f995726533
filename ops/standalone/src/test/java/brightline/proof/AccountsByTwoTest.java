package brightline.proof;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import brightline.benchmark.Api;
import brightline.benchmark.Api.Answer;
import brightline.benchmark.Api.Session;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.NewAccount;
import brightline.scenarios.RunningBrightline;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Rights that read cases are asked for by one system administrator and granted by another, and everything about accounts is on record. */
class AccountsByTwoTest {
    private static final String ACCOUNTS = "/api/commands/accounts";

    private static @Nullable RunningBrightline running;
    private static @Nullable NewAccount ada;
    private static @Nullable NewAccount ben;
    private static @Nullable Session asAda;
    private static @Nullable Session asBen;

    @BeforeAll
    static void start(@TempDir Path directory) {
        var brightline = new RunningBrightline(directory);
        running = brightline;
        NewAccount one = brightline.bean(Accounts.class).create("ada", AccountRole.SYSADMIN, null, Set.of());
        NewAccount other = brightline.bean(Accounts.class).create("ben", AccountRole.SYSADMIN, null, Set.of());
        ada = one;
        ben = other;
        asAda = session(one);
        asBen = session(other);
    }

    @AfterAll
    static void stop() {
        if (running != null) {
            running.close();
        }
    }

    /** @param json of the answer to the command that made it */
    private record Made(String id, String username, String password, JsonNode json) {
        boolean enabled() {
            return json.at("/account/enabled").asBoolean();
        }
    }

    private static Made make(Session by, String role, Map<String, Object> more) {
        String username = "quillfeather-" + UUID.randomUUID();
        Map<String, Object> body = new HashMap<>(more);
        body.put("username", username);
        body.put("role", role);
        JsonNode json = by.post(ACCOUNTS, body).expect(201).json();
        return new Made(
                json.at("/account/id").asString(),
                username,
                json.get("firstPassword").asString(),
                json);
    }

    private static Made granted(String role, Map<String, Object> more) {
        Made made = make(asAda(), role, more);
        post(asBen(), made, "grants").expect(200);
        return made;
    }

    private static Answer post(Session by, Made account, String what) {
        return by.post(ACCOUNTS + "/" + account.id() + "/" + what, Map.of());
    }

    private static Answer change(Session by, Made account, Map<String, Object> rights) {
        return by.post(ACCOUNTS + "/" + account.id() + "/rights", rights);
    }

    @Test
    void one_alone_makes_no_auditor_that_signs_in_while_another_is_there() {
        Made auditor = make(asAda(), "auditor", Map.of());
        assertThat(auditor.enabled()).isFalse();
        assertThatThrownBy(() -> signIn(auditor)).isInstanceOf(IllegalStateException.class);
        assertRefused(post(asAda(), auditor, "grants"), "second-person");
        assertRefused(post(asAda(), auditor, "refusals"), "second-person");
        assertThat(post(asBen(), auditor, "grants")
                        .expect(200)
                        .json()
                        .get("enabled")
                        .asBoolean())
                .isTrue();
        assertThat(signIn(auditor).send("GET", "/cases", null, Map.of()).status())
                .isEqualTo(200);
        assertRefused(post(asBen(), auditor, "grants"), "nothing-waits");
    }

    @Test
    void nobody_makes_the_second_person_alone() {
        Made another = make(asAda(), "sysadmin", Map.of());
        assertThatThrownBy(() -> signIn(another)).isInstanceOf(IllegalStateException.class);
        post(asBen(), another, "refusals").expect(200);
        assertThatThrownBy(() -> signIn(another)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void more_waits_and_less_acts_within_five_seconds_on_sessions_and_tokens() {
        Made clerk = granted("clerk", Map.of("schools", List.of("MAR", "ORC")));
        Session session = signIn(clerk);
        String token = session.token("commands", "queries");
        JsonNode asked = change(asAda(), clerk, Map.of("role", "coordinator", "schools", List.of("MAR")))
                .expect(200)
                .json();
        assertThat(asked.get("role").asString()).isEqualTo("clerk");
        assertThat(asked.at("/waiting/0/role").asString()).isEqualTo("coordinator");
        assertThat(asked.at("/waiting/0/alone").asBoolean()).isFalse();
        assertThat(session.send("GET", "/names", null, Map.of()).status()).isEqualTo(403);
        post(asBen(), clerk, "grants").expect(200);
        await().atMost(5, SECONDS).untilAsserted(() -> {
            assertThat(session.send("GET", "/names", null, Map.of()).status()).isEqualTo(200);
            assertThat(api().get(token, "/api/queries/clashes").status()).isEqualTo(200);
        });
        change(asAda(), clerk, Map.of("role", "provider")).expect(200);
        post(asBen(), clerk, "grants").expect(200);
        await().atMost(5, SECONDS).untilAsserted(() -> {
            assertThat(session.send("GET", "/names", null, Map.of()).status()).isEqualTo(403);
            assertThat(api().get(token, "/api/queries/clashes").status()).isEqualTo(403);
        });
        JsonNode less = change(asAda(), clerk, Map.of("role", "provider", "unit", "DIV-1"))
                .expect(200)
                .json();
        assertThat(less.get("unit").asString()).isEqualTo("DIV-1");
        assertThat(less.get("waiting")).isEmpty();
        post(asAda(), clerk, "closings").expect(200);
        await().atMost(5, SECONDS).untilAsserted(() -> {
            assertThat(session.send("GET", "/", null, Map.of()).status()).isEqualTo(302);
            assertThat(api().get(token, "/api/queries/clashes").status()).isEqualTo(401);
        });
    }

    @Test
    void nobody_changes_the_own_account() {
        assertRefused(
                asAda().post(
                                ACCOUNTS + "/"
                                        + Objects.requireNonNull(ada).account().id() + "/rights",
                                Map.of("role", "auditor")),
                "own-rights");
    }

    @Test
    void an_officers_schools_and_a_units_name_are_refused_at_their_fields() {
        Made clerk = granted("clerk", Map.of());
        Answer refused = change(asAda(), clerk, Map.of("role", "clerk", "unit", "Records of Marlow"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("\"/unit\"").doesNotContain("Marlow");
        Answer officer = change(asAda(), clerk, Map.of("role", "sro", "schools", List.of("MAR")));
        assertThat(officer.status()).isEqualTo(400);
        assertThat(officer.body()).contains("\"/officer\"");
    }

    @Test
    void everything_is_on_record_with_who_did_it_and_nothing_that_lets_anybody_in() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        Logger all = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        all.addAppender(log);
        List<String> secrets = new ArrayList<>();
        Made clerk = make(asAda(), "clerk", Map.of("schools", List.of("MAR"), "unit", "REC-2"));
        secrets.add(clerk.password());
        post(asBen(), clerk, "grants").expect(200);
        change(asAda(), clerk, Map.of("role", "clerk")).expect(200);
        change(asAda(), clerk, Map.of("role", "clerk", "schools", List.of("ORC")))
                .expect(200);
        post(asBen(), clerk, "refusals").expect(200);
        Session session = signIn(clerk);
        session.changePassword(clerk.password());
        secrets.add(session.token("queries"));
        String token = session.send("GET", "/api/commands/tokens", null, Map.of())
                .json()
                .at("/0/id")
                .asString();
        session.send("DELETE", "/api/commands/tokens/" + token, null, Map.of()).expect(204);
        asAda().send("DELETE", ACCOUNTS + "/" + clerk.id() + "/tokens/" + token, null, Map.of())
                .expect(204);
        secrets.add(post(asAda(), clerk, "password-resets")
                .expect(200)
                .json()
                .get("firstPassword")
                .asString());
        post(asAda(), clerk, "closings").expect(200);
        post(asAda(), clerk, "openings").expect(200);

        JsonNode history = asAda().send("GET", "/api/queries/accounts/" + clerk.id() + "/history", null, Map.of())
                .expect(200)
                .json()
                .get("happened");
        List<String> told = new ArrayList<>();
        history.forEach(one ->
                told.addFirst(one.get("event").asString() + " " + one.get("by").asString()));
        assertThat(told)
                .containsExactly(
                        "account.made ada",
                        "account.rights-asked ada",
                        "account.rights-granted ben",
                        "account.rights-assigned ada",
                        "account.rights-asked ada",
                        "account.rights-refused ben",
                        "account.password-changed " + clerk.username(),
                        "account.token-made " + clerk.username(),
                        "account.token-ended " + clerk.username(),
                        "account.password-reset ada",
                        "account.closed ada",
                        "account.reopened ada",
                        "account.rights-asked ada");
        assertThat(jdbc().sql("select string_agg(convert_from(payload, 'UTF8'), ' ') from log.domain_event_entry")
                        .query(String.class)
                        .single())
                .doesNotContain(clerk.username())
                .doesNotContain(secrets);
        assertThat(jdbc().sql("select coalesce(string_agg(cast(t as text), ' '), '') from command.idempotency t")
                        .query(String.class)
                        .single())
                .doesNotContain(clerk.username())
                .doesNotContain(secrets);
        all.detachAppender(log);
        assertThat(log.list.stream()
                        .map(line -> line.getFormattedMessage() + " " + line.getKeyValuePairs())
                        .collect(Collectors.joining("\n")))
                .contains("account.made", "account.closed", clerk.id())
                .doesNotContain(clerk.username())
                .doesNotContain(secrets);
    }

    @Test
    void a_password_that_somebody_else_gave_is_told_at_the_next_sign_in() {
        Made clerk = granted("clerk", Map.of());
        String password = post(asBen(), clerk, "password-resets")
                .expect(200)
                .json()
                .get("firstPassword")
                .asString();
        Session session = api().signIn(clerk.username(), password);
        // The page that a session reads first tells it; signing in again tells it no more.
        assertThat(session.send("GET", "/", null, Map.of()).body()).doesNotContain("new password by");
        assertThat(jdbc().sql(
                                "select count(*) from access.credential_reset where account_id = :id and told and reset_by = :by")
                        .param("id", UUID.fromString(clerk.id()))
                        .param("by", Objects.requireNonNull(ben).account().id())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void the_history_is_for_auditors_and_system_administrators() {
        Made auditor = granted("auditor", Map.of());
        Made clerk = granted("clerk", Map.of());
        String path = "/api/queries/accounts/" + clerk.id() + "/history";
        assertThat(signIn(auditor).send("GET", path, null, Map.of()).status()).isEqualTo(200);
        assertThat(signIn(clerk).send("GET", path, null, Map.of()).status()).isEqualTo(403);
        assertThat(asAda().send("GET", "/api/queries/accounts/" + UUID.randomUUID() + "/history", null, Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void an_account_from_before_is_told_as_it_was_found() {
        UUID id = UUID.randomUUID();
        jdbc().sql("""
                        insert into access.account (id, username, password_hash, role, schools)
                        values (:id, :name, 'none', 'analyst', array['MAR', ' '])""").param("id", id).param("name", "before-" + id).update();
        brightline().bean(Accounts.class).setEnabled(id, false);
        JsonNode happened = asAda().send("GET", "/api/queries/accounts/" + id + "/history", null, Map.of())
                .expect(200)
                .json()
                .get("happened");
        assertThat(happened.at("/1/event").asString()).isEqualTo("account.found");
        assertThat(happened.at("/0/event").asString()).isEqualTo("account.closed");
        assertThat(happened.at("/0/by").asString()).isEqualTo("installation");
    }

    private static void assertRefused(Answer answer, String rule) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertThat(answer.body()).contains("urn:brightline:problem:" + rule);
    }

    private static Session session(NewAccount account) {
        return api().signIn(account.account().username(), account.firstPassword());
    }

    private static Session signIn(Made account) {
        return api().signIn(account.username(), account.password());
    }

    private static Session asAda() {
        return Objects.requireNonNull(asAda);
    }

    private static Session asBen() {
        return Objects.requireNonNull(asBen);
    }

    private static Api api() {
        return Api.of(URI.create(brightline().url()));
    }

    private static JdbcClient jdbc() {
        return brightline().bean(JdbcClient.class);
    }

    private static RunningBrightline brightline() {
        return Objects.requireNonNull(running);
    }
}
