package brightline.edge.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Hashes passwords: PBKDF2-HMAC-SHA-256, 600,000 rounds, 16 random bytes of salt, all pinned here and named in the stored
 * hash, so that a framework's new default changes nothing. A hash costs most of a second of one core: they are made on threads
 * of their own, on half the cores at most, and no more wait than {@link #WAITING}.
 */
final class Passwords {
    static final int LONGEST = 256;

    /** How many may wait for a thread. */
    static final int WAITING = 64;

    /** How long a sign-in is waited for, from its arrival. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String SCHEME = "pbkdf2-sha256-600000";
    private static final int ROUNDS = 600_000;
    private static final int SALT_BYTES = 16;
    private static final Duration REST = Duration.ofMinutes(1);
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PasswordEncoder encoder = new DelegatingPasswordEncoder(
            SCHEME,
            Map.of(
                    SCHEME,
                    new Pbkdf2PasswordEncoder("", SALT_BYTES, ROUNDS, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256)));
    private final ThreadPoolExecutor threads;
    private final String nobodys;

    Passwords() {
        int half = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        this.threads = new ThreadPoolExecutor(
                half,
                half,
                REST.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING),
                Thread.ofPlatform()
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .name("passwords-", 0)
                        .factory());
        threads.allowCoreThreadTimeOut(true);
        this.nobodys = encode(random());
    }

    /** @throws Busy when too many wait */
    String encode(String password) {
        return onItsThread(Patience.of(PATIENCE), () -> encoder.encode(password));
    }

    /** @throws Busy when too many wait, or its turn does not come in time */
    boolean matches(String password, String hash, Patience patience) {
        return password.length() <= LONGEST && onItsThread(patience, () -> encoder.matches(password, hash));
    }

    /**
     * Takes as long as a real check, so that the time does not tell whether there is such an account.
     *
     * @throws Busy as a real check
     */
    void matchNobody(String password, Patience patience) {
        matches(password, nobodys, patience);
    }

    /** A password of about 99 random bits, in groups to be typed. */
    static String random() {
        var password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    /** How many wait for a thread. */
    int waiting() {
        return threads.getQueue().size();
    }

    /**
     * Does a piece of work on one of the threads. What has begun is waited for to its end.
     *
     * @throws Busy when too many wait, or its turn does not come in time
     */
    <T> T onItsThread(Patience patience, Supplier<T> work) {
        var task = new FutureTask<>(work::get);
        try {
            threads.execute(task);
            try {
                return task.get(patience.leftNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException _) {
                if (threads.remove(task)) {
                    throw new Busy();
                }
                return task.get();
            }
        } catch (RejectedExecutionException _) {
            throw new Busy();
        } catch (InterruptedException _) {
            threads.remove(task);
            Thread.currentThread().interrupt();
            throw new Busy();
        } catch (ExecutionException e) {
            throw new IllegalStateException("This Java cannot hash passwords", e.getCause());
        }
    }
}
