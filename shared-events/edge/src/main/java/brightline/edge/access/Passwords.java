package brightline.edge.access;

import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Hashes passwords: PBKDF2-HMAC-SHA-256, 600,000 rounds, 16 random bytes of salt, all pinned here and named in the stored
 * hash, so that a framework's new default changes nothing. A hash costs most of a second of one core; no more run at once
 * than there are cores.
 */
final class Passwords {
    private static final String SCHEME = "pbkdf2-sha256-600000";
    private static final int ROUNDS = 600_000;
    private static final int SALT_BYTES = 16;
    static final int LONGEST = 256;
    private static final int WAIT_SECONDS = 10;
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            SCHEME,
            Map.of(
                    SCHEME,
                    new Pbkdf2PasswordEncoder("", SALT_BYTES, ROUNDS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256)));
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String nobodys;

    Passwords() {
        this.nobodys = encode(random());
    }

    String encode(String password) {
        return onOneCore(() -> encoder.encode(password));
    }

    /** @throws AuthenticationServiceException when too many are waiting */
    boolean matches(String password, String hash) {
        return password.length() <= LONGEST && onOneCore(() -> encoder.matches(password, hash));
    }

    /** Takes as long as a real check, so that the time does not tell whether there is such an account. */
    void matchNobody(String password) {
        matches(password, nobodys);
    }

    /** A password of about 99 random bits, in groups to be typed. */
    static String random() {
        var password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    private <T> T onOneCore(Supplier<T> work) {
        try {
            if (!cores.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AuthenticationServiceException("Too many sign-ins at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AuthenticationServiceException("Interrupted", e);
        }
        try {
            return work.get();
        } finally {
            cores.release();
        }
    }
}
