package brightline.edge.access;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;

/** Codes of authenticator apps (RFC 6238), of the kind that all of them understand: HMAC-SHA-1, six digits, each good for half a minute. */
final class OneTimeCodes {
    static final int DIGITS = 6;
    static final Duration STEP = Duration.ofSeconds(30);
    static final String ALGORITHM = "HmacSHA1";

    /** As RFC 4226 asks for. */
    private static final int SECRET_BYTES = 20;

    /** Steps by which a clock may be wrong, either way. */
    private static final int DRIFT = 1;

    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTimeCodes() {}

    /** A new secret in base 32, as apps take it: 32 letters and digits. */
    static String newSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new Base32().encodeToString(secret);
    }

    /** The number of half minutes since 1970. */
    static long stepAt(Instant moment) {
        return moment.getEpochSecond() / STEP.toSeconds();
    }

    /** @param secret in base 32 */
    static String codeOf(String secret, long step) {
        try {
            var key = new SecretKeySpec(new Base32().decode(secret), ALGORITHM);
            return new HmacOneTimePasswordGenerator(DIGITS).generateOneTimePasswordString(key, step, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Any bytes are a key of " + ALGORITHM, e);
        }
    }

    /**
     * The step whose code this is: that of now, or one before or after it.
     *
     * @param secret in base 32
     * @param used the last step of which a code was taken
     * @return null when it is none of them, or not later than the used one
     */
    static @Nullable Long stepOf(String secret, String code, Instant now, long used) {
        long middle = stepAt(now);
        for (long step = middle - DRIFT; step <= middle + DRIFT; step++) {
            if (step > used
                    && MessageDigest.isEqual(codeOf(secret, step).getBytes(US_ASCII), code.getBytes(US_ASCII))) {
                return step;
            }
        }
        return null;
    }
}
