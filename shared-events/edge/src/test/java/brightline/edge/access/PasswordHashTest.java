package brightline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.TestDatabase;
import brightline.edge.access.Passwords.Cost;
import brightline.edge.access.Passwords.Kind;
import brightline.edge.access.Passwords.Who;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Of which kind a stored password is, and how one of the other kind becomes it. */
class PasswordHashTest {
    private static final Cost QUICK = new Cost(194, 1, 6_000);

    private static boolean matches(Passwords passwords, String password, String hash) {
        return passwords.matches(Who.KNOWN, password, hash, Patience.of(Duration.ofMinutes(1)));
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void of_the_other_kind_is_still_checked_and_known_to_be_outdated(Kind kind) {
        var now = new Passwords(kind, QUICK);
        var before = new Passwords(kind == Kind.ARGON2ID ? Kind.PBKDF2 : Kind.ARGON2ID, QUICK);
        String old = before.encode("harbor lantern tuesday");
        assertThat(matches(now, "harbor lantern tuesday", old)).isTrue();
        assertThat(matches(now, "harbor lantern friday", old)).isFalse();
        assertThat(now.isOutdated(old)).isTrue();
        assertThat(now.isOutdated(now.encode("harbor lantern tuesday"))).isFalse();
    }

    @Test
    void that_costs_less_than_is_asked_for_is_outdated() {
        String cheap = new Passwords(Kind.ARGON2ID, new Cost(100, 1, 6_000)).encode("harbor lantern tuesday");
        assertThat(new Passwords(Kind.ARGON2ID, QUICK).isOutdated(cheap)).isTrue();
    }

    @Test
    void of_before_becomes_what_is_made_now_at_the_next_right_sign_in_and_sessions_go_on() {
        TestDatabase database = TestDatabase.fresh();
        NewAccount account;
        try (var context = SampleApp.start(
                database,
                SampleApp.Application.class,
                "brightline.access.password-hash=pbkdf2",
                "brightline.demo=true")) {
            account = context.getBean(Accounts.class).create("officer", AccountRole.SRO, null, Set.of());
            assertThat(hash(database)).startsWith("{pbkdf2-sha256-");
        }
        try (var context = SampleApp.start(database, SampleApp.Application.class, "brightline.demo=true")) {
            assertThat(SampleApp.client(context)
                            .signIn("officer", "wrong")
                            .headers()
                            .firstValue("Location"))
                    .hasValue("/sign-in?error");
            assertThat(hash(database)).startsWith("{pbkdf2-sha256-");
            Client browser = SampleApp.client(context);
            browser.signIn(account);
            String made = hash(database);
            assertThat(made).startsWith("{argon2id}");
            Client another = SampleApp.client(context);
            another.signIn(account);
            assertThat(hash(database)).as("once").isEqualTo(made);
            assertThat(browser.get("/api/queries/me").statusCode()).isEqualTo(200);
            assertThat(another.get("/api/queries/me").statusCode()).isEqualTo(200);
        }
    }

    private static String hash(TestDatabase database) {
        return JdbcClient.create(database.dataSource())
                .sql("select password_hash from access.account")
                .query(String.class)
                .single();
    }
}
