package brightline.edge.access;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Those who come under one key go one at a time, in the order in which they came; other keys do not wait for them. */
final class Turns {
    private static final class Line {
        final ReentrantLock turn = new ReentrantLock(true);
        int waiting;
    }

    private final Map<String, Line> lines = new HashMap<>();

    /** @throws Busy when the turn does not come in time */
    <T> T take(String key, Patience patience, Supplier<T> work) {
        Line line = join(key);
        try {
            if (!line.turn.tryLock(patience.leftNanos(), TimeUnit.NANOSECONDS)) {
                throw new Busy();
            }
            try {
                return work.get();
            } finally {
                line.turn.unlock();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new Busy();
        } finally {
            leave(key, line);
        }
    }

    /** How many keys somebody has the turn of, or waits for. */
    int lines() {
        synchronized (lines) {
            return lines.size();
        }
    }

    private Line join(String key) {
        synchronized (lines) {
            Line line = lines.computeIfAbsent(key, _ -> new Line());
            line.waiting++;
            return line;
        }
    }

    private void leave(String key, Line line) {
        synchronized (lines) {
            if (--line.waiting == 0) {
                lines.remove(key);
            }
        }
    }
}
