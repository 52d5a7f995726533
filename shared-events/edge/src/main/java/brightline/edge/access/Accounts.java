package brightline.edge.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The embedded accounts. A change to an account acts on its running sessions and tokens within {@link #FRESH}. */
public class Accounts {
    /** How long an account may be answered from memory. */
    static final Duration FRESH = Duration.ofSeconds(3);

    private static final Pattern USERNAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");
    static final String COLUMNS =
            "id, username, role, officer_id, schools, enabled, must_change_password, credential_version";

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final SignInGuard guard;
    private final Recent<UUID, Account> fresh = new Recent<>(FRESH, 10_000);

    Accounts(JdbcClient jdbc, Passwords passwords, SignInGuard guard) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.guard = guard;
    }

    /** Whether an account may be called this. @param name in lower case */
    static boolean isUsername(String name) {
        return USERNAME.matcher(name).matches();
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
        if (!isUsername(name)) {
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
        AccessLog.changed("account.made", Map.of("account", account.id()));
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
        return fresh.get(id, () -> find(id).orElse(null));
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
        fresh.forget(id);
    }

    /** Opens or closes an account. Closing ends its sessions and tokens: opening it again brings none of them back. */
    public void setEnabled(UUID id, boolean enabled) {
        jdbc.sql("""
                        update access.account
                        set enabled = :enabled, credential_version = credential_version + case when :enabled then 0 else 1 end
                        where id = :id""").param("id", id).param("enabled", enabled).update();
        fresh.forget(id);
        AccessLog.changed(enabled ? "account.opened" : "account.closed", Map.of("account", id));
    }

    /** Gives an account a new random password, ends its sessions and lifts its locks. The password is returned once. */
    public String resetPassword(UUID id) {
        String password = Passwords.random();
        stored(id, password, true, null);
        find(id).map(Account::username).ifPresent(guard::forgive);
        return password;
    }

    /**
     * Changes a password that its owner knows; ends the owner's sessions and tokens. A wrong current password counts as a failed
     * sign-in.
     *
     * @return accepted, with the account as it is now, when it was changed; refused also when somebody else gave the account another
     *     password in the meantime
     * @throws IllegalArgumentException when the new one is shorter than 12 or longer than 256 characters
     */
    public Verification changePassword(UUID id, String current, String changed) {
        if (changed.length() < PasswordRules.SHORTEST || changed.length() > Passwords.LONGEST) {
            throw new IllegalArgumentException("Password too short or too long");
        }
        Verification verification = verify(find(id).orElseThrow().username(), current);
        if (!(verification instanceof Verification.Accepted(Account verified))) {
            return verification;
        }
        return stored(id, changed, false, verified.credentialVersion())
                .<Verification>map(Verification.Accepted::new)
                .orElseGet(() -> new Verification.Refused(id, Verification.Reason.WRONG_PASSWORD));
    }

    /** @param version of the password that is replaced; null for whatever it is */
    private Optional<Account> stored(UUID id, String password, boolean mustChange, @Nullable Integer version) {
        Optional<Account> stored = jdbc.sql("""
                        update access.account
                        set password_hash = :hash, must_change_password = :must, credential_version = credential_version + 1
                        where id = :id and credential_version = coalesce(:version, credential_version)
                        returning\s""" + COLUMNS)
                .param("id", id)
                .param("hash", passwords.encode(password))
                .param("must", mustChange)
                .param("version", version, Types.INTEGER)
                .query(Accounts::account)
                .optional();
        fresh.forget(id);
        if (stored.isPresent()) {
            AccessLog.changed(mustChange ? "password.reset" : "password.changed", Map.of("account", id));
        }
        return stored;
    }

    /** Looks at a username and a password of the request that this thread answers, and counts: see {@link SignInGuard}. */
    public Verification verify(String username, String password) {
        return guard.verify(username, password);
    }

    static Account account(ResultSet row, int number) throws SQLException {
        Array schools = row.getArray("schools");
        Set<String> codes = new HashSet<>(Arrays.asList((String[]) schools.getArray()));
        boolean damaged = codes.remove(null);
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("username"),
                AccountRole.of(row.getString("role")),
                row.getObject("officer_id", UUID.class),
                codes,
                row.getBoolean("enabled") && !damaged,
                damaged,
                row.getBoolean("must_change_password"),
                row.getInt("credential_version"));
    }

    private static SqlParameterValue textArray(Set<String> texts) {
        return new SqlParameterValue(Types.ARRAY, texts.stream().sorted().toArray(String[]::new));
    }
}
