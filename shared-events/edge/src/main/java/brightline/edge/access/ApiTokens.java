package brightline.edge.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
    /** How long a token may be answered from memory. */
    static final Duration FRESH = Duration.ofSeconds(3);

    private static final String PREFIX = "bl_";
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * A token just made.
     *
     * @param clear the token itself; not to be had again
     */
    public record Issued(UUID id, String clear, Instant expiresAt) {
        @Override
        public String toString() {
            return "Issued[" + id + ", [redacted], " + expiresAt + "]";
        }
    }

    /**
     * A token as listed.
     *
     * @param revokedAt null while it is good
     */
    public record Listed(
            UUID id,
            UUID accountId,
            Set<TokenScope> scopes,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant revokedAt) {}

    /** A token that is good. */
    record Valid(UUID id, UUID accountId, Set<TokenScope> scopes) {}

    private final JdbcClient jdbc;
    private final ExpiringCache<String, Valid> fresh = new ExpiringCache<>(FRESH, 10_000);

    public ApiTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Makes a token for an account.
     *
     * @param scopes at least one
     * @param lifetime from now, by the database's clock
     */
    public Issued issue(UUID accountId, Set<TokenScope> scopes, Duration lifetime) {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        String clear = PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        UUID id = UUID.randomUUID();
        Instant expiresAt = jdbc.sql("""
                        insert into access.api_token (id, account_id, token_hash, scopes, expires_at)
                        values (:id, :account, :hash, :scopes, now() + make_interval(secs => :seconds))
                        returning expires_at""")
                .param("id", id)
                .param("account", accountId)
                .param("hash", sha256(clear))
                .param("scopes", new SqlParameterValue(Types.ARRAY, texts(scopes)))
                .param("seconds", lifetime.toSeconds())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        return new Issued(id, clear, expiresAt);
    }

    /** Ends a token; acts everywhere within {@link #FRESH}. Says nothing when it has ended already. */
    public void revoke(UUID id) {
        jdbc.sql("update access.api_token set revoked_at = now() where id = :id and revoked_at is null")
                .param("id", id)
                .update();
    }

    /** The tokens of an account, newest first, ended ones included. */
    public List<Listed> of(UUID accountId) {
        return jdbc.sql("""
                        select id, account_id, scopes, created_at, expires_at, revoked_at from access.api_token
                        where account_id = :account order by created_at desc, id""")
                .param("account", accountId)
                .query((row, n) -> new Listed(
                        row.getObject("id", UUID.class),
                        row.getObject("account_id", UUID.class),
                        scopes((String[]) row.getArray("scopes").getArray()),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("revoked_at", OffsetDateTime.class))))
                .list();
    }

    /** The good token this text is; null when it is none, has expired or was revoked. */
    @Nullable
    Valid verify(String clear) {
        if (!FORM.matcher(clear).matches()) {
            return null;
        }
        byte[] hash = sha256(clear);
        String key = HexFormat.of().formatHex(hash);
        Valid known = fresh.get(key);
        if (known == null) {
            known = stored(hash);
            if (known != null) {
                fresh.put(key, known);
            }
        }
        return known;
    }

    private @Nullable Valid stored(byte[] hash) {
        return jdbc.sql("""
                        select id, account_id, scopes from access.api_token
                        where token_hash = :hash and revoked_at is null and expires_at > now()""")
                .param("hash", hash)
                .query((row, n) -> new Valid(
                        row.getObject("id", UUID.class), row.getObject("account_id", UUID.class), scopes((String[])
                                row.getArray("scopes").getArray())))
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
