package brightline.edge.access;

import brightline.edge.door.Share;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Looks at passwords and codes, and says how often somebody may be wrong. Who guesses locks out nobody but himself: five wrong ones bar the
 * pair of a name and a {@link Sources source} for fifteen minutes; twenty within fifteen minutes bar the source, and fifty
 * within an hour the name, but neither bars an account from where it was signed in from within thirty days. A name that no account has
 * counts like any other. All by database time, and kept there: a restart forgives nothing.
 *
 * <p>A try is counted as wrong before its password is looked at and taken back when it was right, so that tries at the same time,
 * on several nodes too, are no more than tries one after the other.
 */
final class SignInGuard {
    static final int WRONG_PER_PAIR = 5;
    static final int WRONG_PER_SOURCE = 20;
    static final int WRONG_PER_NAME = 50;

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int NAMES_LINE = 40_001;
    private static final int SOURCES_LINE = 40_002;

    /** Who tries, as far as the database knows. @param account the name as an account may have it; null when none can */
    private record Try(@Nullable String account, String name, String source) {
        /** Whom it waits for: all who try from its source, but for those who are known there. */
        String line(boolean known) {
            return known ? source + name : source;
        }
    }

    /** What stands against a try. @param known whether the account was signed in from this source lately */
    private record Standing(
            @Nullable Duration locked,
            @Nullable Duration source,
            @Nullable Duration name,
            boolean known) {
        /** What bars the source or the name, where the account is not known there; null when nothing does. */
        Verification.@Nullable Postponed barred() {
            if (source != null) {
                return new Verification.Postponed(Verification.Why.SOURCE, source);
            }
            return name == null ? null : new Verification.Postponed(Verification.Why.NAME, name);
        }

        Passwords.Who who() {
            return known ? Passwords.Who.KNOWN : Passwords.Who.STRANGER;
        }

        Verification.@Nullable Postponed stopped() {
            if (locked != null) {
                return new Verification.Postponed(Verification.Why.LOCKED, locked);
            }
            return known ? null : barred();
        }
    }

    private sealed interface Ticket {
        record Given(long failure, Standing standing) implements Ticket {}

        record Denied(Verification.Postponed answer) implements Ticket {}
    }

    /** @param factor whether the account also gives a code */
    private record Credential(Account account, String hash, boolean factor) {}

    /** What is shown for a name. */
    private sealed interface Shown {
        record Password(String text) implements Shown {}

        record Code(String text) implements Shown {}
    }

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Sources sources;
    private final Turns turns = new Turns();

    SignInGuard(
            JdbcClient jdbc,
            TransactionOperations transactions,
            Passwords passwords,
            SecondFactors factors,
            Sources sources) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.passwords = passwords;
        this.factors = factors;
        this.sources = sources;
    }

    /**
     * Looks at a username and a password of the request that this thread answers, and counts. Takes the time of one password hash
     * unless it is postponed; tries from one source wait for each other, and an account that is known there for itself alone.
     */
    Verification verify(String username, String password) {
        return verify(username, new Shown.Password(password));
    }

    /** Looks at a code of an account whose password was right, and counts it as {@link #verify} does a password. */
    Verification verifyCode(Account account, String code) {
        return verify(account.username(), new Shown.Code(code));
    }

    private Verification verify(String username, Shown shown) {
        Patience patience = Patience.of(Passwords.PATIENCE);
        String name = username.toLowerCase(Locale.ROOT);
        var attempt = new Try(Accounts.isUsername(name) ? name : null, sources.ofName(name), sources.current());
        // Without waiting: the line of a source that is barred never grows.
        Standing standing = standing(attempt);
        Verification stopped = standing.stopped();
        if (stopped != null) {
            return stopped;
        }
        try {
            return turns.take(attempt.line(standing.known()), patience, () -> checked(attempt, shown, patience));
        } catch (Busy _) {
            return new Verification.Postponed(Verification.Why.BUSY, SOON);
        }
    }

    private Verification checked(Try attempt, Shown shown, Patience patience) {
        return switch (ticket(attempt)) {
            case Ticket.Denied(var answer) -> answer;
            case Ticket.Given(long failure, Standing standing) -> {
                Credential credential = attempt.account() == null ? null : credential(attempt.account());
                boolean right;
                try {
                    right = isRight(standing.who(), credential, shown, patience);
                } catch (Busy busy) {
                    takeBack(failure);
                    throw busy;
                }
                if (credential == null || !right) {
                    yield refused(credential, shown, standing);
                }
                if (shown instanceof Shown.Password(String text)) {
                    hashAgainIfOutdated(credential, text);
                    if (credential.factor()) {
                        // Wrong codes of before count on: the password alone forgives none.
                        takeBack(failure);
                        yield new Verification.Accepted(credential.account());
                    }
                }
                yield accepted(attempt, credential.account());
            }
        };
    }

    private boolean isRight(Passwords.Who who, @Nullable Credential credential, Shown shown, Patience patience) {
        return switch (shown) {
            case Shown.Password(String text) -> isPassword(who, credential, text, patience);
            case Shown.Code(String text) ->
                credential != null
                        && credential.account().enabled()
                        && factors.take(credential.account().id(), text);
        };
    }

    private boolean isPassword(Passwords.Who who, @Nullable Credential credential, String password, Patience patience) {
        if (credential != null && credential.account().enabled()) {
            return passwords.matches(who, password, credential.hash(), patience);
        }
        passwords.matchNobody(who, password, patience);
        return false;
    }

    /** Counts the try as wrong, unless something stands against it. Those of one name or one source go one after the other. */
    private Ticket ticket(Try attempt) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            enter(NAMES_LINE, attempt.name());
            enter(SOURCES_LINE, attempt.source());
            Standing standing = standing(attempt);
            Verification.Postponed stopped = standing.stopped();
            if (stopped != null) {
                return new Ticket.Denied(stopped);
            }
            return new Ticket.Given(counted(attempt), standing);
        }));
    }

    private void enter(int line, String key) {
        jdbc.sql("select pg_advisory_xact_lock(:line, hashtext(:key))")
                .param("line", line)
                .param("key", key)
                .query((_, _) -> key)
                .single();
    }

    private Standing standing(Try attempt) {
        return jdbc.sql("""
                        select (select extract(epoch from max(locks_until) - clock_timestamp())
                                  from access.sign_in_failure where name_mac = :name and source_mac = :source) as locked,
                               (select extract(epoch from failed_at + interval '15 minutes' - clock_timestamp())
                                  from access.sign_in_failure
                                 where source_mac = :source and failed_at > now() - interval '15 minutes'
                                 order by failed_at desc offset :source_spare limit 1) as source,
                               (select extract(epoch from failed_at + interval '1 hour' - clock_timestamp())
                                  from access.sign_in_failure
                                 where name_mac = :name and failed_at > now() - interval '1 hour'
                                 order by failed_at desc offset :name_spare limit 1) as name,
                               exists (select from access.sign_in_place place join access.account on id = account_id
                                        where username = :account and source_mac = :source
                                          and signed_in_at > now() - interval '30 days') as known""")
                .param("name", attempt.name())
                .param("source", attempt.source())
                .param("account", attempt.account())
                .param("source_spare", WRONG_PER_SOURCE - 1)
                .param("name_spare", WRONG_PER_NAME - 1)
                .query((row, _) -> new Standing(
                        left(row, "locked"), left(row, "source"), left(row, "name"), row.getBoolean("known")))
                .single();
    }

    /** Whole seconds, upwards; null when it is over, or never was. */
    private static @Nullable Duration left(ResultSet row, String column) throws SQLException {
        double seconds = row.getDouble(column);
        return row.wasNull() || seconds <= 0 ? null : Duration.ofSeconds((long) Math.ceil(seconds));
    }

    private long counted(Try attempt) {
        return jdbc.sql("""
                        insert into access.sign_in_failure (name_mac, source_mac, locks_until)
                        select :name, :source,
                               case when count(*) >= :spare then clock_timestamp() + interval '15 minutes' end
                          from access.sign_in_failure
                         where name_mac = :name and source_mac = :source and failed_at > now() - interval '1 hour'
                           and failure_id > coalesce((select max(failure_id) from access.sign_in_failure
                                                       where name_mac = :name and source_mac = :source
                                                         and locks_until is not null), 0)
                        returning failure_id""")
                .param("name", attempt.name())
                .param("source", attempt.source())
                .param("spare", WRONG_PER_PAIR - 1)
                .query(Long.class)
                .single();
    }

    private void takeBack(long failure) {
        jdbc.sql("delete from access.sign_in_failure where failure_id = :failure")
                .param("failure", failure)
                .update();
    }

    private Verification accepted(Try attempt, Account account) {
        jdbc.sql("delete from access.sign_in_failure where name_mac = :name and source_mac = :source")
                .param("name", attempt.name())
                .param("source", attempt.source())
                .update();
        jdbc.sql("""
                        insert into access.sign_in_place (account_id, source_mac) values (:account, :source)
                        on conflict (account_id, source_mac) do update set signed_in_at = now()""")
                .param("account", account.id())
                .param("source", attempt.source())
                .update();
        return new Verification.Accepted(account);
    }

    /** In the kind that is made now: the password is the same, and so what was signed in with it goes on. */
    private void hashAgainIfOutdated(Credential credential, String password) {
        if (!passwords.isOutdated(credential.hash())) {
            return;
        }
        String hash;
        try {
            hash = passwords.encode(password);
        } catch (Busy _) {
            return;
        }
        // Who asks at the door may look at hashes and write none.
        Share.RECORDING.get(() -> jdbc.sql("""
                        update access.account set password_hash = :hash
                        where id = :id and password_hash = :before""")
                .param("id", credential.account().id())
                .param("hash", hash)
                .param("before", credential.hash())
                .update());
    }

    /** Where the source or the name is barred and only the account is known here, a wrong password looks as for all others. */
    private Verification refused(@Nullable Credential credential, Shown shown, Standing standing) {
        if (credential != null) {
            remember(credential.account().id(), shown, !standing.known());
        }
        Verification barred = standing.barred();
        if (barred != null) {
            return barred;
        }
        if (credential == null) {
            return new Verification.Refused(null, Verification.Reason.UNKNOWN);
        }
        return new Verification.Refused(
                credential.account().id(),
                credential.account().enabled() ? wrong(shown) : Verification.Reason.DISABLED);
    }

    private static Verification.Reason wrong(Shown shown) {
        return switch (shown) {
            case Shown.Password _ -> Verification.Reason.WRONG_PASSWORD;
            case Shown.Code _ -> Verification.Reason.WRONG_CODE;
        };
    }

    private void remember(UUID account, Shown shown, boolean elsewhere) {
        jdbc.sql("""
                        insert into access.wrong_sign_in (account_id, tries, codes, last_at, elsewhere)
                        values (:account, 1, :codes, now(), :elsewhere)
                        on conflict (account_id) do update
                        set tries = wrong_sign_in.tries + 1, codes = wrong_sign_in.codes + excluded.codes, last_at = now(),
                            elsewhere = wrong_sign_in.elsewhere or excluded.elsewhere""")
                .param("account", account)
                .param("codes", shown instanceof Shown.Code ? 1 : 0)
                .param("elsewhere", elsewhere)
                .update();
    }

    /** What the owner, who has just signed in, is to be told; null when nothing is. It is told once. */
    @Nullable
    WrongSignIns takeWrong(UUID account) {
        return jdbc.sql("""
                        delete from access.wrong_sign_in where account_id = :account returning tries, codes, last_at, elsewhere""")
                .param("account", account)
                .query((row, _) -> new WrongSignIns(
                        row.getInt("tries"),
                        row.getInt("codes"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("elsewhere")))
                .optional()
                .orElse(null);
    }

    /** The name has a new password: what was guessed at the old one counts no more. */
    void forgive(String username) {
        jdbc.sql("delete from access.sign_in_failure where name_mac = :name")
                .param("name", sources.ofName(username))
                .update();
    }

    /** Removes what no longer counts. */
    void sweep() {
        jdbc.sql("delete from access.sign_in_failure where failed_at < now() - interval '1 hour'")
                .update();
        jdbc.sql("delete from access.sign_in_place where signed_in_at < now() - interval '30 days'")
                .update();
    }

    private @Nullable Credential credential(String username) {
        return jdbc.sql(
                        "select password_hash, exists (select from access.second_factor where account_id = id) as factor, "
                                + Accounts.COLUMNS + " from access.account where username = :username")
                .param("username", username)
                .query((row, n) -> new Credential(
                        Accounts.account(row, n), row.getString("password_hash"), row.getBoolean("factor")))
                .optional()
                .orElse(null);
    }
}
