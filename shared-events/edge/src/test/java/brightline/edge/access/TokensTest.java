package brightline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final String CONTACT = """
            {"school":"MAR","at":"2026-03-02T10:15:00Z","students":[]}""";
    private final SampleApp app = SampleApp.running();

    private ApiTokens.Issued issue(AccountRole role, Set<TokenScope> scopes) {
        return app.tokens().issue(app.account(role).account().id(), scopes, Duration.ofHours(1));
    }

    @Test
    void act_as_their_account_within_their_scopes() {
        Client recorder = app.client()
                .token(issue(AccountRole.SRO, Set.of(TokenScope.COMMANDS)).clear());
        assertThat(recorder.post("/api/commands/contacts", CONTACT).statusCode())
                .isEqualTo(200);
        assertThat(recorder.get("/api/queries/me").statusCode()).isEqualTo(403);
        Client reader = app.client()
                .token(issue(AccountRole.SRO, Set.of(TokenScope.QUERIES)).clear());
        assertThat(reader.get("/api/queries/me").statusCode()).isEqualTo(200);
        assertThat(reader.get("/api/queries/figures").statusCode()).isEqualTo(403);
        assertThat(reader.post("/api/commands/contacts", CONTACT).statusCode()).isEqualTo(403);
    }

    @Test
    void open_no_page_and_no_session() {
        Client program = app.client()
                .token(issue(AccountRole.SRO, EnumSet.allOf(TokenScope.class)).clear());
        assertThat(program.get("/entry").statusCode()).isEqualTo(403);
        assertThat(program.get("/api/queries/me").statusCode()).isEqualTo(200);
        assertThat(program.session()).isNull();
    }

    @Test
    void scrape_metrics_with_a_system_administrators_token_only() {
        Set<TokenScope> metrics = Set.of(TokenScope.METRICS);
        Client scraper = app.client().token(issue(AccountRole.SYSADMIN, metrics).clear());
        assertThat(scraper.get("/actuator/prometheus").statusCode()).isEqualTo(200);
        Client other = app.client().token(issue(AccountRole.ANALYST, metrics).clear());
        assertThat(other.get("/actuator/prometheus").statusCode()).isEqualTo(403);
        Client narrow = app.client()
                .token(issue(AccountRole.SYSADMIN, Set.of(TokenScope.QUERIES)).clear());
        assertThat(narrow.get("/actuator/prometheus").statusCode()).isEqualTo(403);
    }

    @Test
    void once_revoked_end_within_five_seconds() throws InterruptedException {
        ApiTokens.Issued token = issue(AccountRole.ANALYST, Set.of(TokenScope.QUERIES));
        Client program = app.client().token(token.clear());
        assertThat(program.get("/api/queries/me").statusCode()).isEqualTo(200);
        app.tokens().revoke(token.accountId(), token.id());
        Thread.sleep(ApiTokens.FRESH);
        assertThat(program.get("/api/queries/me").statusCode()).isEqualTo(401);
        assertThat(app.tokens().of(app.account(AccountRole.ANALYST).account().id()))
                .anyMatch(listed -> listed.id().equals(token.id()) && listed.revokedAt() != null);
    }

    @Test
    void that_have_expired_are_refused() {
        ApiTokens.Issued token = issue(AccountRole.ANALYST, Set.of(TokenScope.QUERIES));
        app.jdbc().sql("""
                        update access.api_token set created_at = now() - interval '2 s', expires_at = now() - interval '1 s'
                        where id = :id""").param("id", token.id()).update();
        assertThat(app.client().token(token.clear()).get("/api/queries/me").statusCode())
                .isEqualTo(401);
    }

    @Test
    void of_a_closed_account_are_refused() {
        NewAccount account = app.accounts().create("t-" + UUID.randomUUID(), AccountRole.ANALYST, null, Set.of());
        ApiTokens.Issued token =
                app.tokens().issue(account.account().id(), Set.of(TokenScope.QUERIES), Duration.ofHours(1));
        Client program = app.client().token(token.clear());
        assertThat(program.get("/api/queries/me").statusCode()).isEqualTo(200);
        app.accounts().setEnabled(account.account().id(), false);
        assertThat(program.get("/api/queries/me").statusCode()).isEqualTo(401);
    }

    @Test
    void are_stored_as_a_hash_and_never_printed() {
        ApiTokens.Issued token = issue(AccountRole.ANALYST, Set.of(TokenScope.QUERIES));
        assertThat(token.clear()).matches("bl_[A-Za-z0-9_-]{43}");
        assertThat(token.toString()).doesNotContain(token.clear());
        assertThat(app.jdbc()
                        .sql("select octet_length(token_hash) from access.api_token where id = :id")
                        .param("id", token.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(32);
    }

    private NewAccount analyst() {
        return app.accounts().create("t-" + UUID.randomUUID(), AccountRole.ANALYST, null, Set.of());
    }

    @Test
    void end_with_their_accounts_password() {
        NewAccount account = analyst();
        UUID id = account.account().id();
        ApiTokens.Issued reset = app.tokens().issue(id, Set.of(TokenScope.QUERIES), Duration.ofHours(1));
        app.accounts().resetPassword(id);
        assertThat(app.client().token(reset.clear()).get("/api/queries/me").statusCode())
                .isEqualTo(401);
        assertThat(app.tokens().of(id)).singleElement().returns(false, ApiTokens.Listed::good);
    }

    @Test
    void of_an_account_that_was_closed_stay_ended_when_it_is_opened_again() {
        UUID id = analyst().account().id();
        ApiTokens.Issued token = app.tokens().issue(id, Set.of(TokenScope.QUERIES), Duration.ofHours(1));
        app.accounts().setEnabled(id, false);
        app.accounts().setEnabled(id, true);
        assertThat(app.client().token(token.clear()).get("/api/queries/me").statusCode())
                .isEqualTo(401);
        ApiTokens.Issued next = app.tokens().issue(id, Set.of(TokenScope.QUERIES), Duration.ofHours(1));
        assertThat(app.client().token(next.clear()).get("/api/queries/me").statusCode())
                .isEqualTo(200);
    }

    @Test
    void are_twenty_good_ones_of_an_account_at_most() {
        UUID id = analyst().account().id();
        ApiTokens.Issued last = null;
        for (int n = 0; n < ApiTokens.MOST; n++) {
            last = app.tokens().issue(id, Set.of(TokenScope.QUERIES), Duration.ofHours(1));
        }
        assertThatThrownBy(() -> app.tokens().issue(id, Set.of(TokenScope.QUERIES), Duration.ofHours(1)))
                .isInstanceOf(ApiTokens.TooManyTokens.class);
        app.tokens().revoke(id, Objects.requireNonNull(last).id());
        app.tokens().issue(id, Set.of(TokenScope.QUERIES), Duration.ofHours(1));
        assertThat(app.tokens().of(id))
                .hasSize(ApiTokens.MOST + 1)
                .filteredOn(ApiTokens.Listed::good)
                .hasSize(ApiTokens.MOST);
    }

    @Test
    void cannot_be_used_where_a_person_is_wanted() {
        Client program = app.client()
                .token(issue(AccountRole.SRO, EnumSet.allOf(TokenScope.class)).clear());
        HttpResponse<String> refused = program.post("/api/commands/person", CONTACT);
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("urn:brightline:problem:not-by-token");
        assertThat(app.client()
                        .basic(app.account(AccountRole.SRO))
                        .post("/api/commands/person", CONTACT)
                        .statusCode())
                .isNotEqualTo(403);
    }

    @Test
    void reach_no_further_than_their_accounts_role() {
        RoutePolicy policy = app.context.getBean(RoutePolicy.class);
        assertThat(policy.scopesOf(AccountRole.ANALYST)).doesNotContain(TokenScope.METRICS);
        assertThat(policy.scopesOf(AccountRole.SYSADMIN)).contains(TokenScope.METRICS);
    }

    @Test
    void of_another_account_cannot_be_ended() {
        ApiTokens.Issued token = issue(AccountRole.ANALYST, Set.of(TokenScope.QUERIES));
        assertThat(app.tokens().revoke(app.account(AccountRole.SRO).account().id(), token.id()))
                .isFalse();
    }

    /** As a row of before its check, by SQL alone. */
    @Test
    void an_account_whose_row_is_damaged_is_refused_and_hides_no_other() {
        NewAccount account = analyst();
        UUID id = account.account().id();
        app.jdbc()
                .sql("alter table access.account drop constraint account_schools_are_codes")
                .update();
        try {
            app.jdbc()
                    .sql("update access.account set schools = array['MAR', null] where id = :id")
                    .param("id", id)
                    .update();
        } finally {
            app.jdbc().sql("""
                            alter table access.account add constraint account_schools_are_codes
                            check (array_position(schools, null) is null) not valid""").update();
        }
        assertThat(app.accounts().all())
                .hasSizeGreaterThan(9)
                .anySatisfy(listed -> assertThat(listed)
                        .returns(id, Account::id)
                        .returns(true, Account::damaged)
                        .returns(false, Account::enabled)
                        .returns(Set.of("MAR"), Account::schools));
        assertThat(app.client().signIn(account).headers().firstValue("Location").orElse(""))
                .contains("error");
        app.accounts().assign(id, AccountRole.ANALYST, null, Set.of("MAR"));
        assertThat(app.accounts().find(id).orElseThrow().damaged()).isFalse();
    }
}
