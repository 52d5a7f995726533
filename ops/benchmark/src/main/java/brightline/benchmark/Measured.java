package brightline.benchmark;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What a number of clients got done.
 *
 * @param perSecond completed per second
 * @param p50Millis median latency, in milliseconds
 * @param p99Millis 99th percentile of the latency, in milliseconds
 */
record Measured(double perSecond, double p50Millis, double p99Millis) {
    private static final double NANOS_PER_MILLI = 1e6;

    /**
     * @param nanos latency of each, in nanoseconds; not empty
     * @param elapsed nanoseconds from first to last
     */
    static Measured of(Collection<Long> nanos, long elapsed) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Measured(sorted.length * 1e9 / elapsed, percentile(sorted, 50), percentile(sorted, 99));
    }

    private static double percentile(long[] sorted, int percent) {
        if (sorted.length == 0) {
            throw new IllegalArgumentException("Nothing was completed");
        }
        int rank = (int) Math.ceil(sorted.length * percent / 100.0);
        return sorted[Math.max(rank, 1) - 1] / NANOS_PER_MILLI;
    }

    /** Each value the median of that value over the rounds. */
    static Measured medianOf(List<Measured> rounds) {
        return new Measured(
                median(rounds, Measured::perSecond),
                median(rounds, Measured::p50Millis),
                median(rounds, Measured::p99Millis));
    }

    private static double median(List<Measured> rounds, ToDoubleFunction<Measured> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    @Override
    public String toString() {
        return "%.0f/s, p50 %.2f ms, p99 %.2f ms".formatted(perSecond, p50Millis, p99Millis);
    }
}
