package brightline.edge.access;

import java.time.Duration;

/** Until when something is waited for, counted from when it arrived and not from each wait. */
record Patience(long endNanos) {
    static Patience of(Duration longest) {
        return new Patience(System.nanoTime() + longest.toNanos());
    }

    /** What is left, in nanoseconds; 0 when it is used up. */
    long leftNanos() {
        return Math.max(0, endNanos - System.nanoTime());
    }
}
