package brightline.edge.access;

import brightline.edge.door.Share;
import brightline.edge.keys.KeyedMac;
import brightline.edge.keys.SealedText;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The second factors of accounts: an authenticator app, whose secret is kept encrypted under a key that is in no database, and ten
 * recovery codes for when the app is not at hand. Each code is good once. By the clock of this machine.
 */
public class SecondFactors {
    static final int RECOVERY_CODES = 10;

    private static final int RECOVERY_LETTERS = 10;

    private record Stored(byte[] secret, long lastStep) {}

    private final JdbcClient jdbc;
    private final Supplier<AccountRecord> record;
    private final SealedText sealed;
    private final KeyedMac macs;
    private final InstantSource clock;
    private final Recent<UUID, Boolean> fresh = new Recent<>(Accounts.FRESH, 10_000);

    SecondFactors(
            JdbcClient jdbc, Supplier<AccountRecord> record, SealedText sealed, KeyedMac macs, InstantSource clock) {
        this.jdbc = jdbc;
        this.record = record;
        this.sealed = sealed;
        this.macs = macs;
        this.clock = clock;
    }

    /** Whether the key is the one under which the second factors were stored: with another no code is right. */
    boolean isOfKey() {
        return jdbc.sql("select account_id, secret from access.second_factor order by enrolled_at desc limit 1")
                .query((row, _) -> sealed.open(row.getBytes("secret"), about(row.getObject("account_id", UUID.class)))
                        .isPresent())
                .optional()
                .orElse(true);
    }

    /** Whether the account has one, as it was at most {@link Accounts#FRESH} ago. */
    boolean isEnrolled(UUID account) {
        return Boolean.TRUE.equals(fresh.get(account, () -> isEnrolledNow(account)));
    }

    /** Whether the account has one. */
    public boolean isEnrolledNow(UUID account) {
        return jdbc.sql("select exists (select from access.second_factor where account_id = :account)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** The accounts that have one. */
    public Set<UUID> enrolled() {
        return jdbc.sql("select account_id from access.second_factor")
                .query(UUID.class)
                .set();
    }

    /** Whether this is a code of the app or a recovery code of the account; it is good no more. */
    boolean take(UUID account, String code) {
        String typed = typed(code);
        return typed.length() == OneTimeCodes.DIGITS ? takeOfApp(account, typed) : takeRecovery(account, typed);
    }

    private boolean takeOfApp(UUID account, String code) {
        Optional<Stored> stored = jdbc.sql(
                        "select secret, last_step from access.second_factor where account_id = :account")
                .param("account", account)
                .query((row, _) -> new Stored(row.getBytes("secret"), row.getLong("last_step")))
                .optional();
        Long step = stored.flatMap(factor -> sealed.open(factor.secret(), about(account))
                        .map(secret -> OneTimeCodes.stepOf(secret, code, clock.instant(), factor.lastStep())))
                .orElse(null);
        return step != null
                && Share.RECORDING.get(() -> jdbc.sql("""
                                update access.second_factor set last_step = :step
                                where account_id = :account and last_step < :step""")
                                .param("account", account)
                                .param("step", step)
                                .update()
                        == 1);
    }

    private boolean takeRecovery(UUID account, String code) {
        return Share.RECORDING.get(
                () -> jdbc.sql("delete from access.recovery_code where account_id = :account and code_mac = :mac")
                                .param("account", account)
                                .param("mac", mac(account, code))
                                .update()
                        == 1);
    }

    /**
     * Gives the account an app, in the place of one it may have; ends its sessions and tokens.
     *
     * @param secret in base 32, as the app was told it
     * @param code of the app, which proves that it has it
     * @return the recovery codes, this once; null when it is not a code of that secret
     */
    @Nullable
    List<String> enrol(UUID account, String secret, String code) {
        Long step = OneTimeCodes.stepOf(secret, typed(code), clock.instant(), 0);
        if (step == null) {
            return null;
        }
        List<String> codes = new ArrayList<>();
        record.get().secondFactorSet(account, () -> {
            jdbc.sql("""
                            insert into access.second_factor (account_id, secret, last_step)
                            values (:account, :secret, :step)
                            on conflict (account_id) do update
                            set secret = excluded.secret, last_step = excluded.last_step, enrolled_at = now()""")
                    .param("account", account)
                    .param("secret", sealed.seal(secret, about(account)))
                    .param("step", step)
                    .update();
            // Decided again where somebody was faster: the first ones were never stored.
            codes.clear();
            codes.addAll(newRecoveryCodes(account));
        });
        fresh.forget(account);
        AccessLog.changed("second-factor.set", Map.of("account", account));
        return List.copyOf(codes);
    }

    private List<String> newRecoveryCodes(UUID account) {
        jdbc.sql("delete from access.recovery_code where account_id = :account")
                .param("account", account)
                .update();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            String code = Passwords.random(RECOVERY_LETTERS);
            codes.add(code);
            jdbc.sql("insert into access.recovery_code (account_id, code_mac) values (:account, :mac)")
                    .param("account", account)
                    .param("mac", mac(account, typed(code)))
                    .update();
        }
        return List.copyOf(codes);
    }

    /** How many recovery codes the account has not used. */
    int recoveryCodesLeft(UUID account) {
        return jdbc.sql("select count(*) from access.recovery_code where account_id = :account")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    /**
     * Takes the second factor from an account whose owner has lost it, and ends its sessions and tokens; the owner is told at the next
     * sign-in. Changes nothing for an account that has none.
     *
     * @return whether it had one
     */
    public boolean reset(UUID account) {
        boolean had = record.get().secondFactorReset(account, () -> {
            boolean removed = jdbc.sql("delete from access.second_factor where account_id = :account")
                            .param("account", account)
                            .update()
                    == 1;
            if (removed) {
                CredentialResets.remember(jdbc, account, CredentialResets.What.SECOND_FACTOR);
            }
            return removed;
        });
        fresh.forget(account);
        if (had) {
            AccessLog.changed("second-factor.reset", Map.of("account", account));
        }
        return had;
    }

    /** As it counts: without the spaces and hyphens that make it readable. */
    private static String typed(String code) {
        return code.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    private String mac(UUID account, String code) {
        return macs.of("recovery-code", account.toString(), code);
    }

    private static String about(UUID account) {
        return account.toString();
    }
}
