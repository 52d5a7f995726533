package brightline.edge.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tokens of programs: {@code bl_} and 256 random bits, kept as their SHA-256 only, which is enough for a secret nobody can
 * guess and costs nothing to check. A revoked token may still be taken for {@link #FRESH}.
 */
public class ApiTokens {
    /** Good tokens of one account at once, at most. */
    public static final int MOST = 20;

    private static final int LISTED = 100;
    private static final int LISTED_OF_ALL = 1_000;

    /** How long a token may be answered from memory. */
    static final Duration FRESH = Duration.ofSeconds(3);

    private static final String PREFIX = "bl_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final String GOOD =
            "token.revoked_at is null and token.expires_at > now() and account.enabled and account.granted"
                    + " and token.credential_version = account.credential_version";
    private static final String LIST =
            "select token.id, account_id, scopes, token.created_at, expires_at, revoked_at, " + GOOD + " as good"
                    + " from access.api_token as token join access.account on account.id = token.account_id";
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * A token just made.
     *
     * @param clear the token itself; not to be had again
     */
    public record Issued(UUID id, UUID accountId, String clear, Instant expiresAt) {
        @Override
        public String toString() {
            return "Issued[" + id + ", [redacted], " + expiresAt + "]";
        }
    }

    /**
     * A token as listed.
     *
     * @param revokedAt null unless it was ended by itself
     * @param good not revoked, not expired, and its account as open and its password as it was when the token was made
     */
    public record Listed(
            UUID id,
            UUID accountId,
            Set<TokenScope> scopes,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant revokedAt,
            boolean good) {}

    /** The account has as many good tokens as it may have. */
    public static final class TooManyTokens extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManyTokens() {
            super("Too many tokens");
        }
    }

    /** A token that is good. */
    record Valid(UUID id, UUID accountId, int credentialVersion, Set<TokenScope> scopes) {
        /** Whether the account, as it is now, still stands behind it. */
        boolean isOf(Account account) {
            return account.enabled() && account.credentialVersion() == credentialVersion;
        }
    }

    private final JdbcClient jdbc;
    private final Supplier<AccountRecord> record;
    private final Recent<String, Valid> fresh = new Recent<>(FRESH, 10_000);

    /** @param record may be had only when it is needed: it in turn needs what lets people in */
    ApiTokens(JdbcClient jdbc, Supplier<AccountRecord> record) {
        this.jdbc = jdbc;
        this.record = record;
    }

    /**
     * Makes a token for an account, good until it expires, is revoked, or the account is closed or gets another password.
     *
     * @param scopes at least one
     * @param lifetime from now, by the database's clock
     * @throws TooManyTokens when the account has {@link #MOST} good ones already
     */
    public Issued issue(UUID accountId, Set<TokenScope> scopes, Duration lifetime) {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        String clear = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        UUID id = UUID.randomUUID();
        Instant expiresAt =
                record.get().tokenMade(accountId, id, scopes, () -> store(accountId, id, clear, scopes, lifetime));
        AccessLog.changed("token.made", Map.of("account", accountId, "token", id));
        return new Issued(id, accountId, clear, expiresAt);
    }

    private Instant store(UUID accountId, UUID id, String clear, Set<TokenScope> scopes, Duration lifetime) {
        return jdbc.sql("""
                        insert into access.api_token (id, account_id, token_hash, scopes, expires_at, credential_version)
                        select :id, account.id, :hash, :scopes, now() + make_interval(secs => :seconds), account.credential_version
                        from access.account
                        where account.id = :account
                          and (select count(*) from access.api_token as token where token.account_id = account.id and\s""" + GOOD + """
                              ) < :most
                        returning expires_at""")
                .param("id", id)
                .param("account", accountId)
                .param("hash", sha256(clear))
                .param("scopes", new SqlParameterValue(Types.ARRAY, texts(scopes)))
                .param("seconds", lifetime.toSeconds())
                .param("most", MOST)
                .query(OffsetDateTime.class)
                .optional()
                .orElseThrow(TooManyTokens::new)
                .toInstant();
    }

    /**
     * Ends a token of an account; acts everywhere within {@link #FRESH}. Changes nothing when it has ended already.
     *
     * @return false when the account has no such token
     */
    public boolean revoke(UUID accountId, UUID id) {
        boolean known = jdbc.sql(
                        "select exists (select from access.api_token where id = :id and account_id = :account)")
                .param("id", id)
                .param("account", accountId)
                .query(Boolean.class)
                .single();
        if (known) {
            record.get().tokenEnded(accountId, id, () -> end(id));
            AccessLog.changed("token.ended", Map.of("account", accountId, "token", id));
        }
        return known;
    }

    private boolean end(UUID id) {
        return jdbc.sql("update access.api_token set revoked_at = now() where id = :id and revoked_at is null")
                        .param("id", id)
                        .update()
                == 1;
    }

    /** The tokens of an account, good ones first, then the newest; not more than a hundred. */
    public List<Listed> of(UUID accountId) {
        return jdbc.sql(
                        LIST
                                + " where account_id = :account order by good desc, token.created_at desc, token.id limit :most")
                .param("account", accountId)
                .param("most", LISTED)
                .query(ApiTokens::listed)
                .list();
    }

    /** The good tokens of all accounts, the newest first; not more than a thousand. */
    public List<Listed> good() {
        return jdbc.sql(LIST + " where " + GOOD + " order by token.created_at desc, token.id limit :most")
                .param("most", LISTED_OF_ALL)
                .query(ApiTokens::listed)
                .list();
    }

    private static Listed listed(ResultSet row, int number) throws SQLException {
        return new Listed(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                scopes((String[]) row.getArray("scopes").getArray()),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("revoked_at", OffsetDateTime.class)),
                row.getBoolean("good"));
    }

    /** The good token this text is; null when it is none, has expired or was revoked. */
    @Nullable
    Valid verify(String clear) {
        if (!FORM.matcher(clear).matches()) {
            return null;
        }
        byte[] hash = sha256(clear);
        return fresh.get(HexFormat.of().formatHex(hash), () -> stored(hash));
    }

    private @Nullable Valid stored(byte[] hash) {
        return jdbc.sql("""
                        select id, account_id, credential_version, scopes from access.api_token
                        where token_hash = :hash and revoked_at is null and expires_at > now()""")
                .param("hash", hash)
                .query((row, n) -> new Valid(
                        row.getObject("id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        row.getInt("credential_version"),
                        scopes((String[]) row.getArray("scopes").getArray())))
                .optional()
                .orElse(null);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static Set<TokenScope> scopes(String[] texts) {
        return Arrays.stream(texts).map(TokenScope::of).collect(Collectors.toUnmodifiableSet());
    }

    private static String[] texts(Set<TokenScope> scopes) {
        return scopes.stream().map(TokenScope::text).sorted().toArray(String[]::new);
    }

    private static byte[] sha256(String clear) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(clear.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
