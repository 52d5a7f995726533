package brightline.query.asking;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets some of each account go at once, and some more wait for their turn, in order. */
final class Turns {
    private final int atOnce;
    private final int waiting;
    private final Duration patience;
    private final ConcurrentHashMap<String, Line> lines = new ConcurrentHashMap<>();
    private final AtomicInteger nowWaiting = new AtomicInteger();

    Turns(int atOnce, int waiting, Duration patience) {
        this.atOnce = atOnce;
        this.waiting = waiting;
        this.patience = patience;
    }

    /** Waits for the account's turn. @return whether it came; then {@link #leave} has to follow */
    boolean enter(String account) {
        Line line = lines.compute(account, (_, known) -> (known == null ? new Line(atOnce) : known).joined());
        boolean entered = false;
        try {
            entered = line.turns.tryAcquire();
            if (!entered && line.size.get() <= atOnce + waiting) {
                entered = awaited(line);
            }
        } finally {
            if (!entered) {
                left(account);
            }
        }
        return entered;
    }

    private boolean awaited(Line line) {
        nowWaiting.incrementAndGet();
        try {
            return line.turns.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            nowWaiting.decrementAndGet();
        }
    }

    void leave(String account) {
        lines.computeIfPresent(account, (_, line) -> {
            line.turns.release();
            return line;
        });
        left(account);
    }

    private void left(String account) {
        lines.computeIfPresent(account, (_, line) -> line.size.decrementAndGet() == 0 ? null : line);
    }

    /** How many wait for their turn just now. */
    int waitingNow() {
        return nowWaiting.get();
    }

    private static final class Line {
        private final Semaphore turns;
        private final AtomicInteger size = new AtomicInteger();

        Line(int atOnce) {
            this.turns = new Semaphore(atOnce, true);
        }

        Line joined() {
            size.incrementAndGet();
            return this;
        }
    }
}
