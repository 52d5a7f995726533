package brightline.edge.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * HTTP Basic, for demonstrations only. A password that was right is remembered for a few minutes, so that a script's every
 * call does not cost a password hash: as an HMAC under a key that this process made and never shows. The account itself is
 * read anew within {@link Accounts#FRESH}, so closing it or changing its password acts at once. Nobody who has a second factor
 * comes in this way.
 */
final class BasicCredentials {
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final int CAPACITY = 1_000;

    private final Accounts accounts;
    private final SecondFactors factors;
    private final SignInWatch watch;
    private final SecretKeySpec key;
    private final Cache<String, SignedIn> right = Caffeine.newBuilder()
            .expireAfterWrite(LIFETIME)
            .maximumSize(CAPACITY)
            .build();
    private final Turns turns = new Turns();

    BasicCredentials(Accounts accounts, SecondFactors factors, SignInWatch watch) {
        this.accounts = accounts;
        this.factors = factors;
        this.watch = watch;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    /**
     * @param encoded what follows {@code Basic}; null is returned when it is not right
     * @throws SignInLater when it is not looked at now
     */
    @Nullable
    SignedIn verify(String encoded) {
        String pair = decoded(encoded);
        int colon = pair.indexOf(':');
        if (colon < 1) {
            return null;
        }
        String mac = mac(pair);
        SignedIn known = remembered(mac);
        if (known != null) {
            return known;
        }
        try {
            return turns.take(mac, Patience.of(Passwords.PATIENCE), () -> {
                        SignedIn meanwhile = remembered(mac);
                        return meanwhile != null
                                ? Optional.of(meanwhile)
                                : Optional.ofNullable(check(pair.substring(0, colon), pair.substring(colon + 1), mac));
                    })
                    .orElse(null);
        } catch (Busy _) {
            throw SignInLater.busyNow();
        }
    }

    /** What was right and still is: the account is open, its password the same, and enough. */
    private @Nullable SignedIn remembered(String mac) {
        SignedIn known = right.getIfPresent(mac);
        return known == null || factors.isEnrolled(known.actor().accountId())
                ? null
                : known.refreshed(accounts.current(known.actor().accountId()));
    }

    private @Nullable SignedIn check(String username, String password, String mac) {
        return switch (accounts.verify(username, password)) {
            case Verification.Accepted(Account account)
            when factors.isEnrolledNow(account.id()) -> {
                watch.refused(
                        new Verification.Refused(account.id(), Verification.Reason.SECOND_FACTOR),
                        SignedIn.Means.BASIC);
                yield null;
            }
            case Verification.Accepted(Account account) -> {
                var signedIn =
                        new SignedIn(account.actor(), account.credentialVersion(), SignedIn.Means.BASIC, Set.of());
                right.put(mac, signedIn);
                watch.accepted(signedIn);
                yield signedIn;
            }
            case Verification.Refused refused -> {
                watch.refused(refused, SignedIn.Means.BASIC);
                yield null;
            }
            case Verification.Postponed postponed -> {
                watch.postponed(postponed, SignedIn.Means.BASIC);
                throw SignInLater.of(postponed);
            }
        };
    }

    private static String decoded(String encoded) {
        try {
            return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    private String mac(String pair) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(pair.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
