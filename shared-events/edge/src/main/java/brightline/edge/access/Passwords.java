package brightline.edge.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Hashes passwords: Argon2id, or PBKDF2-HMAC-SHA-256 where only what FIPS knows may be used. All costs are pinned here and stand in
 * the stored hash, so that a framework's new default changes nothing; a hash of the other kind is still checked. A hash costs a
 * notable part of a second of one core, and one of Argon2id 19 MiB: they are made on threads of their own, on half the cores and
 * {@link #MOST_AT_ONCE} at most. Whoever is known goes before strangers, and no more of either wait than {@link #WAITING}: a
 * crowd of strangers keeps out strangers only.
 */
final class Passwords {
    static final int LONGEST = 256;

    /** How many strangers may wait for a hash, or have one made; and how many of those who are known. */
    static final int WAITING = 64;

    /** How long a sign-in is waited for, from its arrival. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** What they take of the memory follows from it. */
    static final int MOST_AT_ONCE = 4;

    private static final String ARGON2ID = "argon2id";
    private static final String PBKDF2 = "pbkdf2-sha256-";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Duration REST = Duration.ofMinutes(1);
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final PasswordEncoder encoder;
    private final ThreadPoolExecutor threads;
    private final Semaphore placesOfKnown = new Semaphore(WAITING);
    private final Semaphore placesOfStrangers = new Semaphore(WAITING);
    private final AtomicLong arrivals = new AtomicLong();
    private final String nobodys;

    /** Who has a password looked at, those who go first first. */
    enum Who {
        /** Who is signed in, or signed in with this name from this source before. */
        KNOWN,
        STRANGER
    }

    /** A piece of work that waits for a thread. */
    private static final class Hashing<T> extends FutureTask<T> implements Comparable<Hashing<?>> {
        private static final Comparator<Hashing<?>> ORDER =
                Comparator.<Hashing<?>, Who>comparing(hashing -> hashing.who).thenComparing(hashing -> hashing.arrival);

        private final Who who;
        private final long arrival;

        Hashing(Who who, long arrival, Supplier<T> work) {
            super(work::get);
            this.who = who;
            this.arrival = arrival;
        }

        @Override
        public int compareTo(Hashing<?> other) {
            return ORDER.compare(this, other);
        }
    }

    /** How a hash is made. */
    enum Kind {
        ARGON2ID,
        PBKDF2
    }

    /**
     * What a hash costs.
     *
     * @param memoryKib of Argon2id, in KiB
     * @param passes of Argon2id over that memory, on one lane
     * @param rounds of PBKDF2
     */
    record Cost(int memoryKib, int passes, int rounds) {
        /** As of the OWASP Password Storage Cheat Sheet. */
        static final Cost PINNED = new Cost(19_456, 2, 600_000);
    }

    Passwords(Kind kind) {
        this(kind, Cost.PINNED);
    }

    /** @param cost of each hash; less than the pinned one is for tests of something else */
    Passwords(Kind kind, Cost cost) {
        String pbkdf2 = PBKDF2 + cost.rounds();
        Map<String, PasswordEncoder> known = new HashMap<>();
        known.put(PBKDF2 + Cost.PINNED.rounds(), pbkdf2(Cost.PINNED.rounds()));
        known.put(pbkdf2, pbkdf2(cost.rounds()));
        known.put(ARGON2ID, new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, cost.memoryKib(), cost.passes()));
        this.encoder = new DelegatingPasswordEncoder(
                switch (kind) {
                    case ARGON2ID -> ARGON2ID;
                    case PBKDF2 -> pbkdf2;
                },
                known);
        int half = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, MOST_AT_ONCE);
        this.threads = new ThreadPoolExecutor(
                half,
                half,
                REST.toSeconds(),
                TimeUnit.SECONDS,
                new PriorityBlockingQueue<>(),
                Thread.ofPlatform()
                        .daemon()
                        .priority(Thread.MIN_PRIORITY)
                        .name("passwords-", 0)
                        .factory());
        threads.allowCoreThreadTimeOut(true);
        this.nobodys = encode(random());
    }

    private static PasswordEncoder pbkdf2(int rounds) {
        return new Pbkdf2PasswordEncoder("", SALT_BYTES, rounds, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }

    /** Whether a hash is of another kind than those that are made now, or cost less. */
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** @throws Busy when too many wait */
    String encode(String password) {
        return onItsThread(Who.KNOWN, Patience.of(PATIENCE), () -> encoder.encode(password));
    }

    /** @throws Busy when too many wait, or its turn does not come in time */
    boolean matches(Who who, String password, String hash, Patience patience) {
        return password.length() <= LONGEST && onItsThread(who, patience, () -> encoder.matches(password, hash));
    }

    /**
     * Takes as long as a real check, so that the time does not tell whether there is such an account.
     *
     * @throws Busy as a real check
     */
    void matchNobody(Who who, String password, Patience patience) {
        matches(who, password, nobodys, patience);
    }

    /** A password of about 99 random bits, in groups to be typed. */
    static String random() {
        return random(20);
    }

    /** Letters and digits of about five random bits each, in groups of five. */
    static String random(int letters) {
        var password = new StringBuilder();
        for (int i = 0; i < letters; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return password.toString();
    }

    private Semaphore places(Who who) {
        return switch (who) {
            case KNOWN -> placesOfKnown;
            case STRANGER -> placesOfStrangers;
        };
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
    <T> T onItsThread(Who who, Patience patience, Supplier<T> work) {
        if (!places(who).tryAcquire()) {
            throw new Busy();
        }
        var task = new Hashing<>(who, arrivals.incrementAndGet(), work);
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
        } catch (InterruptedException _) {
            threads.remove(task);
            Thread.currentThread().interrupt();
            throw new Busy();
        } catch (ExecutionException e) {
            throw new IllegalStateException("This Java cannot hash passwords", e.getCause());
        } finally {
            places(who).release();
        }
    }
}
