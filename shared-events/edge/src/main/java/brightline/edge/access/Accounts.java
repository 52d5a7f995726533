package brightline.edge.access;

import brightline.events.AccountId;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.account.AccountEvent;
import brightline.events.account.AccountEvent.AccountClosed;
import brightline.events.account.AccountEvent.AccountFound;
import brightline.events.account.AccountEvent.AccountMade;
import brightline.events.account.AccountEvent.AccountReopened;
import brightline.events.account.AccountEvent.PasswordReset;
import brightline.events.account.AccountEvent.RightsAsked;
import brightline.events.account.AccountEvent.RightsAssigned;
import brightline.events.account.AccountEvent.RightsConfirmed;
import brightline.events.account.AccountEvent.RightsGivenAlone;
import brightline.events.account.AccountEvent.RightsGranted;
import brightline.events.account.AccountEvent.RightsRefused;
import brightline.events.account.AccountEvent.RightsTakenAway;
import brightline.events.account.AccountEvent.SecondFactorReset;
import brightline.events.account.AccountEvent.SecondFactorSet;
import brightline.events.account.AccountEvent.TokenEnded;
import brightline.events.account.AccountEvent.TokenMade;
import brightline.events.account.AccountRights;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
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
            "id, username, role, officer_id, schools, unit, enabled, granted, must_change_password, credential_version";

    /** An account has that user name already. */
    public static final class UsernameTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        UsernameTaken() {
            super("Username taken", null, false, false);
        }
    }

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final SignInGuard guard;
    private final Supplier<AccountRecord> record;
    private final Recent<UUID, Account> fresh = new Recent<>(FRESH, 10_000);

    /** @param record may be had only when it is needed: it in turn needs this */
    Accounts(JdbcClient jdbc, Passwords passwords, SignInGuard guard, Supplier<AccountRecord> record) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.guard = guard;
        this.record = record;
    }

    /** Whether an account may be called this. @param name in lower case */
    static boolean isUsername(String name) {
        return USERNAME.matcher(name).matches();
    }

    /**
     * Makes an account with a random first password, as {@link #create(String, AccountRights)} does; of no unit.
     *
     * @param username letters, digits and {@code . _ @ -}; kept in lower case
     */
    public NewAccount create(String username, AccountRole role, @Nullable UUID officerId, Set<String> schools) {
        return create(username, rights(role, officerId, schools));
    }

    /**
     * Makes an account with a random first password. Until its rights are granted nobody signs in with it.
     *
     * @param username letters, digits and {@code . _ @ -}; kept in lower case
     * @throws IllegalArgumentException when the username is not of that form
     * @throws RuntimeException what the record refuses it by: that the name is taken, for one
     */
    public NewAccount create(String username, AccountRights rights) {
        String name = username.toLowerCase(Locale.ROOT);
        if (!isUsername(name)) {
            throw new IllegalArgumentException("Not a username");
        }
        UUID id = UUID.randomUUID();
        String password = Passwords.random();
        String hash = passwords.encode(password);
        record.get().made(id, rights, () -> insert(id, name, hash, rights));
        AccessLog.changed("account.made", Map.of("account", id));
        return new NewAccount(find(id).orElseThrow(), password);
    }

    private void insert(UUID id, String name, String hash, AccountRights rights) {
        int made = withRights(jdbc.sql("""
                        insert into access.account (id, username, password_hash, role, officer_id, schools, unit, granted)
                        values (:id, :username, :hash, :role, :officer, :schools, :unit, false)
                        on conflict (username) do nothing"""), rights)
                .param("id", id)
                .param("username", name)
                .param("hash", hash)
                .update();
        if (made == 0) {
            throw new UsernameTaken();
        }
    }

    private static AccountRights rights(AccountRole role, @Nullable UUID officerId, Set<String> schools) {
        return AccountRights.of(role.text(), officerId == null ? null : new OfficerId(officerId), schools, null);
    }

    private static JdbcClient.StatementSpec withRights(JdbcClient.StatementSpec statement, AccountRights rights) {
        return statement
                .param("role", AccountRole.of(rights.role()).text())
                .param(
                        "officer",
                        rights.officer() == null ? null : rights.officer().value(),
                        Types.OTHER)
                .param(
                        "schools",
                        new SqlParameterValue(
                                Types.ARRAY,
                                rights.schools().stream().map(SchoolCode::value).toArray(String[]::new)))
                .param("unit", rights.unit(), Types.VARCHAR);
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

    /** Gives an account another role, officer and schools, of no unit, as {@link #assign(UUID, AccountRights)} does. */
    public void assign(UUID id, AccountRole role, @Nullable UUID officerId, Set<String> schools) {
        assign(id, rights(role, officerId, schools));
    }

    /** Gives an account other rights, or asks for them where a second person has to grant them. */
    public void assign(UUID id, AccountRights rights) {
        record.get().assigned(id, rights);
        changed("account.rights", id);
    }

    /** Grants what is asked for an account, or confirms what was given alone. */
    public void grant(UUID id) {
        record.get().granted(id);
        changed("account.granted", id);
    }

    /** Refuses what is asked for an account, or takes away what was given alone. */
    public void refuse(UUID id) {
        record.get().refused(id);
        changed("account.refused", id);
    }

    /** Opens or closes an account. Closing ends its sessions and tokens: opening it again brings none of them back. */
    public void setEnabled(UUID id, boolean enabled) {
        if (enabled) {
            record.get().reopened(id);
        } else {
            record.get().closed(id);
        }
        changed(enabled ? "account.opened" : "account.closed", id);
    }

    private void changed(String event, UUID id) {
        fresh.forget(id);
        AccessLog.changed(event, Map.of("account", id));
    }

    /**
     * Stores what follows from an event at the account. To be called in the transaction that records it.
     *
     * @throws IllegalStateException when there is no such account
     */
    public void enter(AccountEvent event) {
        UUID id = event.accountId().value();
        switch (event) {
            case RightsAsked(var _, var rights, var by) -> ask(id, rights, false, by);
            case RightsGranted(var _, var rights, var _) -> {
                give(id, rights);
                settle(id, false);
                settle(id, true);
            }
            case RightsRefused _ -> settle(id, false);
            case RightsAssigned(var _, var rights) -> {
                give(id, rights);
                settle(id, false);
                withRights(jdbc.sql("""
                                update access.asked_rights
                                   set role = :role, officer_id = :officer, schools = :schools, unit = :unit
                                 where account_id = :id and alone"""), rights).param("id", id).update();
            }
            case RightsGivenAlone(var _, var rights, var by) -> {
                give(id, rights);
                settle(id, false);
                ask(id, rights, true, by);
            }
            case RightsConfirmed _ -> settle(id, true);
            case RightsTakenAway(var _, var left, var _) -> {
                if (left == null) {
                    one(jdbc.sql("""
                                    update access.account
                                       set granted = false, credential_version = credential_version + 1 where id = :id""").param("id", id));
                } else {
                    give(id, left);
                }
                settle(id, true);
            }
            case AccountClosed _ -> {
                one(jdbc.sql("""
                                update access.account
                                   set enabled = false, credential_version = credential_version + 1 where id = :id""").param("id", id));
                settle(id, false);
            }
            case AccountReopened _ -> {
                one(jdbc.sql("update access.account set enabled = true, granted = false where id = :id")
                        .param("id", id));
                settle(id, false);
                settle(id, true);
            }
            case SecondFactorSet _, SecondFactorReset _ ->
                one(jdbc.sql("update access.account set credential_version = credential_version + 1 where id = :id")
                        .param("id", id));
            // Stored by who has what no event may hold, or nothing to store.
            case AccountMade _,
                    AccountFound _,
                    PasswordReset _,
                    AccountEvent.PasswordChanged _,
                    TokenMade _,
                    TokenEnded _ -> {}
        }
        fresh.forget(id);
    }

    private void give(UUID id, AccountRights rights) {
        one(withRights(jdbc.sql("""
                        update access.account
                           set role = :role, officer_id = :officer, schools = :schools, unit = :unit, granted = true
                         where id = :id"""), rights).param("id", id));
    }

    private void ask(UUID id, AccountRights rights, boolean alone, AccountId by) {
        withRights(jdbc.sql("""
                        insert into access.asked_rights (account_id, alone, role, officer_id, schools, unit, asked_by)
                        values (:id, :alone, :role, :officer, :schools, :unit, :by)
                        on conflict (account_id, alone) do update
                           set role = excluded.role, officer_id = excluded.officer_id, schools = excluded.schools,
                               unit = excluded.unit, asked_by = excluded.asked_by, asked_at = now()"""), rights)
                .param("id", id)
                .param("alone", alone)
                .param("by", by.value())
                .update();
    }

    private void settle(UUID id, boolean alone) {
        jdbc.sql("delete from access.asked_rights where account_id = :id and alone = :alone")
                .param("id", id)
                .param("alone", alone)
                .update();
    }

    private static void one(JdbcClient.StatementSpec statement) {
        if (statement.update() != 1) {
            throw new IllegalStateException("There is no such account");
        }
    }

    /** What waits for a second person, the longest first. */
    public List<AskedRights> waiting() {
        return jdbc.sql("""
                        select account_id, alone, role, officer_id, schools, unit, asked_by, asked_at
                          from access.asked_rights order by asked_at, account_id""")
                .query((row, _) -> {
                    UUID officer = row.getObject("officer_id", UUID.class);
                    return new AskedRights(
                            row.getObject("account_id", UUID.class),
                            AccountRights.of(
                                    row.getString("role"),
                                    officer == null ? null : new OfficerId(officer),
                                    List.of((String[]) row.getArray("schools").getArray()),
                                    row.getString("unit")),
                            row.getBoolean("alone"),
                            row.getObject("asked_by", UUID.class),
                            row.getObject("asked_at", OffsetDateTime.class).toInstant());
                })
                .list();
    }

    /**
     * The open accounts of the role, kept as they are until the end of the transaction.
     *
     * @return ids, in order
     */
    public List<UUID> openFor(AccountRole role) {
        return jdbc.sql("""
                        select id from access.account
                         where role = :role and enabled and granted and array_position(schools, null) is null
                         order by id for no key update""").param("role", role.text()).query(UUID.class).list();
    }

    /** The account, kept as it is until the end of the transaction. */
    public Optional<Account> held(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from access.account where id = :id for no key update")
                .param("id", id)
                .query(Accounts::account)
                .optional();
    }

    /** Gives an account a new random password, ends its sessions and lifts its locks. The password is returned once. */
    public String resetPassword(UUID id) {
        String password = Passwords.random();
        String hash = passwords.encode(password);
        record.get().passwordReset(id, () -> {
            if (stored(id, hash, true, null).isEmpty()) {
                throw new IllegalStateException("There is no such account");
            }
            CredentialResets.remember(jdbc, id, CredentialResets.What.PASSWORD);
        });
        changed("password.reset", id);
        find(id).map(Account::username).ifPresent(guard::forgive);
        return password;
    }

    /** The account as it is now; what was kept of it in memory is forgotten. */
    Account anew(UUID id) {
        fresh.forget(id);
        return find(id).orElseThrow();
    }

    /** What the owner, who has just signed in, is to be told; null when nothing is. */
    @Nullable
    CredentialResets takeResets(UUID account) {
        return CredentialResets.take(jdbc, account);
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
        String hash = passwords.encode(changed);
        AtomicReference<@Nullable Account> now = new AtomicReference<>();
        record.get().passwordChanged(id, () -> {
            now.set(stored(id, hash, false, verified.credentialVersion()).orElse(null));
            return now.get() != null;
        });
        Account stored = now.get();
        if (stored == null) {
            return new Verification.Refused(id, Verification.Reason.WRONG_PASSWORD);
        }
        changed("password.changed", id);
        return new Verification.Accepted(stored);
    }

    /** @param version of the password that is replaced; null for whatever it is */
    private Optional<Account> stored(UUID id, String hash, boolean mustChange, @Nullable Integer version) {
        return jdbc.sql("""
                        update access.account
                        set password_hash = :hash, must_change_password = :must, credential_version = credential_version + 1
                        where id = :id and credential_version = coalesce(:version, credential_version)
                        returning\s""" + COLUMNS)
                .param("id", id)
                .param("hash", hash)
                .param("must", mustChange)
                .param("version", version, Types.INTEGER)
                .query(Accounts::account)
                .optional();
    }

    /** Looks at a username and a password of the request that this thread answers, and counts: see {@link SignInGuard}. */
    public Verification verify(String username, String password) {
        return guard.verify(username, password);
    }

    static Account account(ResultSet row, int number) throws SQLException {
        Array schools = row.getArray("schools");
        Set<String> codes = new HashSet<>(Arrays.asList((String[]) schools.getArray()));
        boolean damaged = codes.removeIf(code -> code == null || !SchoolCode.isCode(code));
        boolean open = row.getBoolean("enabled");
        boolean granted = row.getBoolean("granted");
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("username"),
                AccountRole.of(row.getString("role")),
                row.getObject("officer_id", UUID.class),
                codes,
                row.getString("unit"),
                open && granted && !damaged,
                !open,
                granted,
                damaged,
                row.getBoolean("must_change_password"),
                row.getInt("credential_version"));
    }
}
