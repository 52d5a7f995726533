package brightline.edge.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The embedded accounts. A change to an account acts on its running sessions and tokens within {@link #FRESH}. Five failed
 * sign-ins lock an account for fifteen minutes of database time.
 */
public class Accounts {
    /** How long an account may be answered from memory. */
    static final Duration FRESH = Duration.ofSeconds(3);

    private static final int SHORTEST_PASSWORD = 12;
    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");
    private static final String COLUMNS =
            "id, username, role, officer_id, schools, enabled, must_change_password, credential_version";

    private record Credential(Account account, String hash, boolean locked) {}

    private final JdbcClient jdbc;
    private final Passwords passwords = new Passwords();
    private final ExpiringCache<UUID, Account> fresh = new ExpiringCache<>(FRESH, 10_000);
    private final List<ReentrantLock> oneSignInAtOnce =
            IntStream.range(0, 64).mapToObj(i -> new ReentrantLock()).toList();

    public Accounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes an account with a random first password.
     *
     * @param username letters, digits and {@code . _ @ -}; kept in lower case
     * @throws IllegalArgumentException when the username is not of that form
     * @throws org.springframework.dao.DuplicateKeyException when it is taken
     */
    public NewAccount create(String username, AccountRole role, @Nullable UUID officerId, Set<String> schools) {
        String name = username.toLowerCase(Locale.ROOT);
        if (!USERNAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a username");
        }
        String password = Passwords.random();
        Account account = jdbc.sql("""
                        insert into access.account (id, username, password_hash, role, officer_id, schools)
                        values (:id, :username, :hash, :role, :officer, :schools)
                        returning\s""" + COLUMNS)
                .param("id", UUID.randomUUID())
                .param("username", name)
                .param("hash", passwords.encode(password))
                .param("role", role.text())
                .param("officer", officerId, Types.OTHER)
                .param("schools", textArray(schools))
                .query(Accounts::account)
                .single();
        return new NewAccount(account, password);
    }

    /** Whether there is no account yet: the first start. */
    public boolean isEmpty() {
        return !jdbc.sql("select exists (select from access.account)")
                .query(Boolean.class)
                .single();
    }

    /** All accounts by username. */
    public List<Account> all() {
        return jdbc.sql("select " + COLUMNS + " from access.account order by username")
                .query(Accounts::account)
                .list();
    }

    public Optional<Account> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from access.account where id = :id")
                .param("id", id)
                .query(Accounts::account)
                .optional();
    }

    public Optional<Account> find(String username) {
        return jdbc.sql("select " + COLUMNS + " from access.account where username = :username")
                .param("username", username.toLowerCase(Locale.ROOT))
                .query(Accounts::account)
                .optional();
    }

    /** The account as it was at most {@link #FRESH} ago; null when there is none. */
    @Nullable
    Account current(UUID id) {
        Account known = fresh.get(id);
        if (known == null) {
            known = find(id).orElse(null);
            if (known != null) {
                fresh.put(id, known);
            }
        }
        return known;
    }

    /** Gives an account another role, officer and schools. */
    public void assign(UUID id, AccountRole role, @Nullable UUID officerId, Set<String> schools) {
        jdbc.sql("""
                        update access.account set role = :role, officer_id = :officer, schools = :schools where id = :id""")
                .param("id", id)
                .param("role", role.text())
                .param("officer", officerId, Types.OTHER)
                .param("schools", textArray(schools))
                .update();
        fresh.remove(id);
    }

    /** Opens or closes an account. Closing ends its sessions and silences its tokens. */
    public void setEnabled(UUID id, boolean enabled) {
        jdbc.sql("update access.account set enabled = :enabled where id = :id")
                .param("id", id)
                .param("enabled", enabled)
                .update();
        fresh.remove(id);
    }

    /** Gives an account a new random password, ends its sessions and lifts its lock. The password is returned once. */
    public String resetPassword(UUID id) {
        String password = Passwords.random();
        storePassword(id, password, true);
        return password;
    }

    /**
     * Changes a password that its owner knows; ends the owner's other sessions too. A wrong current password counts as a
     * failed sign-in.
     *
     * @return false when the current password is not right or the account is locked
     * @throws IllegalArgumentException when the new one is shorter than 12 or longer than 256 characters
     */
    public boolean changePassword(UUID id, String current, String changed) {
        if (changed.length() < SHORTEST_PASSWORD || changed.length() > Passwords.LONGEST) {
            throw new IllegalArgumentException("Password too short or too long");
        }
        Account account = find(id).orElse(null);
        if (account == null || !(verify(account.username(), current) instanceof Verification.Accepted)) {
            return false;
        }
        storePassword(id, changed, false);
        return true;
    }

    private void storePassword(UUID id, String password, boolean mustChange) {
        jdbc.sql("""
                        update access.account
                        set password_hash = :hash, must_change_password = :must, failed_count = 0, locked_until = null,
                            credential_version = credential_version + 1
                        where id = :id""")
                .param("id", id)
                .param("hash", passwords.encode(password))
                .param("must", mustChange)
                .update();
        fresh.remove(id);
    }

    /**
     * Checks a username and a password, and counts. Takes the time of one password hash whatever the answer; sign-ins to one
     * account wait for each other, so that guesses in parallel are still five.
     *
     * @throws org.springframework.security.authentication.AuthenticationServiceException when too many sign in at once
     */
    public Verification verify(String username, String password) {
        String name = username.toLowerCase(Locale.ROOT);
        ReentrantLock turn = oneSignInAtOnce.get(Math.floorMod(name.hashCode(), oneSignInAtOnce.size()));
        Verification.Refused refused;
        turn.lock();
        try {
            Credential credential = credential(name);
            refused = barred(credential);
            if (refused == null && credential != null) {
                return check(credential, password);
            }
        } finally {
            turn.unlock();
        }
        passwords.matchNobody(password);
        return refused == null ? new Verification.Refused(null, Verification.Reason.UNKNOWN) : refused;
    }

    private static Verification.@Nullable Refused barred(@Nullable Credential credential) {
        if (credential == null) {
            return null;
        }
        UUID id = credential.account().id();
        if (!credential.account().enabled()) {
            return new Verification.Refused(id, Verification.Reason.DISABLED);
        }
        return credential.locked() ? new Verification.Refused(id, Verification.Reason.LOCKED) : null;
    }

    private Verification check(Credential credential, String password) {
        UUID id = credential.account().id();
        if (passwords.matches(password, credential.hash())) {
            jdbc.sql("""
                            update access.account set failed_count = 0, locked_until = null
                            where id = :id and (failed_count > 0 or locked_until is not null)""").param("id", id).update();
            return new Verification.Accepted(credential.account());
        }
        jdbc.sql("""
                        update access.account
                        set failed_count = case when failed_count >= 4 then 0 else failed_count + 1 end,
                            locked_until = case when failed_count >= 4 then now() + interval '15 minutes' end
                        where id = :id""").param("id", id).update();
        return new Verification.Refused(id, Verification.Reason.WRONG_PASSWORD);
    }

    private @Nullable Credential credential(String username) {
        return jdbc.sql("select password_hash, coalesce(locked_until > now(), false) as locked, " + COLUMNS
                        + " from access.account where username = :username")
                .param("username", username)
                .query((row, n) ->
                        new Credential(account(row, n), row.getString("password_hash"), row.getBoolean("locked")))
                .optional()
                .orElse(null);
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        Array schools = row.getArray("schools");
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("username"),
                AccountRole.of(row.getString("role")),
                row.getObject("officer_id", UUID.class),
                Set.of((String[]) schools.getArray()),
                row.getBoolean("enabled"),
                row.getBoolean("must_change_password"),
                row.getInt("credential_version"));
    }

    private static SqlParameterValue textArray(Set<String> texts) {
        return new SqlParameterValue(Types.ARRAY, texts.stream().sorted().toArray(String[]::new));
    }
}
