package brightline.edge.access;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import brightline.edge.keys.KeyedMac;
import brightline.edge.keys.SealedText;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in with a password and a code. */
class SecondFactorTest {
    private final SampleApp app = SampleApp.running().forgetful();
    private final NewAccount account = app.accounts().create("f-" + UUID.randomUUID(), AccountRole.SRO, null, Set.of());
    private final UUID id = account.account().id();
    private final SecondFactors factors = app.context.getBean(SecondFactors.class);
    private final String secret = OneTimeCodes.newSecret();
    private final Authenticator phone = new Authenticator(secret);
    private final List<String> recovery = Objects.requireNonNull(factors.enrol(id, secret, phone.code(-1)));

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse(answer.statusCode() + "");
    }

    private static HttpResponse<String> code(Client browser, String code) {
        return browser.form(
                "/sign-in/code", "code=" + Client.encoded(code) + "&_csrf=" + Client.encoded(browser.csrf("/sign-in")));
    }

    @Test
    void opens_nothing_until_both_are_right_and_then_a_session_under_a_new_id() {
        Client browser = app.client();
        browser.get("/entry?school=MAR");
        HttpResponse<String> half = browser.signIn(account);
        assertThat(location(half)).isEqualTo("/sign-in/code");
        assertThat(half.headers().allValues("Set-Cookie"))
                .filteredOn(cookie -> cookie.startsWith("brightline-half="))
                .singleElement()
                .satisfies(cookie -> assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Max-Age=300"));
        assertThat(browser.session()).isNull();
        assertThat(location(browser.get("/entry"))).isEqualTo("/sign-in");
        assertThat(browser.get("/api/queries/me").statusCode()).isEqualTo(401);
        assertThat(location(code(browser, phone.wrong()))).isEqualTo("/sign-in/code?wrong");
        assertThat(browser.session()).isNull();
        browser.get("/entry?school=MAR");
        assertThat(location(code(browser, phone.code()))).isEqualTo("/entry?school=MAR");
        assertThat(browser.session()).isNotNull();
        assertThat(browser.get("/api/queries/me").statusCode()).isEqualTo(200);
    }

    @Test
    void in_a_browser_that_has_a_session_gives_it_another_id() {
        Client browser = app.client();
        NewAccount analyst = app.account(AccountRole.ANALYST);
        app.client().signIn(new NewAccount(analyst.account(), "wrong"));
        browser.signIn(analyst);
        String before = browser.sessionId();
        browser.signIn(account);
        assertThat(browser.get("/api/queries/me").body()).as("not yet").contains("\"analyst\"");
        code(browser, phone.code());
        assertThat(browser.sessionId()).isNotEqualTo(before);
        assertThat(browser.get("/api/queries/me").body()).contains("\"sro\"");
        assertThat(browser.get("/told").body()).as("of the other account").isEqualTo("nothing");
    }

    @Test
    void takes_a_code_once_in_whatever_browser() {
        String shown = phone.code();
        Client first = app.client();
        Client second = app.client();
        first.signIn(account);
        second.signIn(account);
        assertThat(location(code(first, shown))).isEqualTo("/");
        assertThat(location(code(second, shown))).isEqualTo("/sign-in/code?wrong");
        assertThat(location(code(second, phone.code(1)))).isEqualTo("/");
    }

    @Test
    void takes_each_recovery_code_once_however_it_is_typed() {
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        Client browser = app.client();
        browser.signIn(account);
        assertThat(location(code(
                        browser,
                        recovery.getFirst().toUpperCase(java.util.Locale.ROOT).replace("-", " "))))
                .isEqualTo("/");
        assertThat(factors.recoveryCodesLeft(id)).isEqualTo(9);
        Client again = app.client();
        again.signIn(account);
        assertThat(location(code(again, recovery.getFirst()))).isEqualTo("/sign-in/code?wrong");
        assertThat(location(code(again, recovery.get(1)))).isEqualTo("/");
    }

    @Test
    void wrong_codes_lock_out_and_a_right_password_between_them_forgives_none() {
        for (int i = 0; i < SignInGuard.WRONG_PER_PAIR; i++) {
            Client browser = app.clientFrom(2);
            assertThat(location(browser.signIn(account))).isEqualTo("/sign-in/code");
            assertThat(location(code(browser, phone.wrong()))).isEqualTo("/sign-in/code?wrong");
        }
        assertThat(app.clientFrom(2).signIn(account).statusCode()).isEqualTo(429);
        Client elsewhere = app.clientFrom(3);
        elsewhere.signIn(account);
        assertThat(location(code(elsewhere, phone.code()))).isEqualTo("/");
        assertThat(elsewhere.get("/told").body()).isEqualTo("5 elsewhere");
    }

    @Test
    void ends_the_half_way_when_its_codes_are_locked_out() {
        Client browser = app.clientFrom(4);
        browser.signIn(account);
        for (int i = 0; i < SignInGuard.WRONG_PER_PAIR; i++) {
            code(browser, phone.wrong());
        }
        assertThat(code(browser, phone.code()).statusCode()).isEqualTo(429);
        assertThat(location(code(browser, phone.code()))).isEqualTo("/sign-in?expired");
    }

    @Test
    void begins_again_where_there_is_no_half_way_or_the_password_changed_meanwhile() {
        assertThat(location(code(app.client(), phone.code()))).isEqualTo("/sign-in?expired");
        Client forged = app.client();
        forged.cookie("brightline-half", "A".repeat(43));
        assertThat(location(code(forged, phone.code()))).isEqualTo("/sign-in?expired");
        Client browser = app.client();
        browser.signIn(account);
        app.accounts().resetPassword(id);
        assertThat(location(code(browser, phone.code()))).isEqualTo("/sign-in?expired");
        assertThat(browser.session()).isNull();
    }

    @Test
    void takes_no_code_without_the_forms_token() {
        Client browser = app.client();
        browser.signIn(account);
        assertThat(location(browser.form("/sign-in/code", "code=" + phone.code())))
                .isEqualTo("/sign-in");
        assertThat(location(code(browser, phone.code()))).isEqualTo("/");
    }

    @Test
    void keeps_http_basic_out() {
        assertThat(app.client().basic(account).get("/api/queries/me").statusCode())
                .isEqualTo(401);
        NewAccount later = app.accounts().create("l-" + UUID.randomUUID(), AccountRole.SRO, null, Set.of());
        Client script = app.client().basic(later);
        assertThat(script.get("/api/queries/me").statusCode()).isEqualTo(200);
        factors.enrol(later.account().id(), secret, phone.code());
        assertThat(script.get("/api/queries/me").statusCode()).as("remembered").isEqualTo(401);
    }

    @Test
    void is_kept_where_the_database_alone_does_not_give_it_away() {
        List<String> stored = new ArrayList<>(app.jdbc()
                .sql("select encode(secret, 'escape') from access.second_factor where account_id = :id")
                .param("id", id)
                .query(String.class)
                .list());
        stored.addAll(app.jdbc()
                .sql("select code_mac from access.recovery_code where account_id = :id")
                .param("id", id)
                .query(String.class)
                .list());
        assertThat(stored).hasSize(11).noneMatch(text -> text.contains(secret) || recovery.contains(text));
    }

    @Test
    void that_was_removed_is_needed_no_more_and_its_owner_is_told_once() {
        Client before = app.client();
        before.signIn(account);
        code(before, phone.code(1));
        assertThat(before.get("/api/queries/me").statusCode()).isEqualTo(200);
        assertThat(factors.reset(id)).isTrue();
        assertThat(factors.reset(id)).isFalse();
        await().atMost(5, SECONDS)
                .untilAsserted(() ->
                        assertThat(before.get("/api/queries/me").statusCode()).isEqualTo(401));
        Client browser = app.client();
        assertThat(location(browser.signIn(account))).isEqualTo("/");
        assertThat(browser.get("/told/reset").body())
                .containsOnlyOnce("SECOND_FACTOR")
                .contains("by=null");
        assertThat(browser.get("/told/reset").body()).isEqualTo("nothing");
        assertThat(factors.take(id, recovery.getFirst())).isFalse();
        assertThat(factors.take(id, phone.code())).isFalse();
    }

    @Test
    void is_known_not_to_be_of_another_key(@TempDir Path directory) {
        assertThat(factors.isOfKey()).isTrue();
        Path other = directory.resolve("second-factor-key");
        assertThat(new SecondFactors(
                                app.jdbc(),
                                () -> {
                                    throw new AssertionError("Nothing is recorded");
                                },
                                new SealedText(other, "second-factor"),
                                new KeyedMac(other),
                                InstantSource.system())
                        .isOfKey())
                .isFalse();
    }

    @Test
    void that_was_removed_and_then_the_password_reset_tells_the_owner_of_both() {
        factors.reset(id);
        Client thief = app.client();
        thief.signIn(account);
        assertThat(thief.get("/told/reset").body()).contains("SECOND_FACTOR");
        String password = app.accounts().resetPassword(id);
        Client owner = app.client();
        owner.signIn(new NewAccount(account.account(), password));
        assertThat(owner.get("/told/reset").body()).contains("PASSWORD", "SECOND_FACTOR");
    }

    @Test
    void that_is_set_ends_what_was_signed_in_without_it() {
        NewAccount later = app.accounts().create("s-" + UUID.randomUUID(), AccountRole.SRO, null, Set.of());
        Client before = app.client();
        before.signIn(later);
        assertThat(before.get("/api/queries/me").statusCode()).isEqualTo(200);
        factors.enrol(later.account().id(), secret, phone.code());
        await().atMost(5, SECONDS)
                .untilAsserted(() ->
                        assertThat(before.get("/api/queries/me").statusCode()).isEqualTo(401));
    }
}
