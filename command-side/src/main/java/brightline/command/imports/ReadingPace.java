package brightline.command.imports;

import brightline.command.imports.file.ImportStatus;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Since when a file is being read, and from where.
 *
 * @param began by the JVM's own clock, in nanoseconds
 * @param from byte at which this reading began
 */
record ReadingPace(long began, long from) {
    /** What was read in less says nothing of the rest. */
    private static final Duration SOONEST = Duration.ofSeconds(2);

    /**
     * How long the rest takes if it is read as fast as what was read so far, in full seconds, at least one.
     *
     * @param now by the JVM's own clock, in nanoseconds
     * @return null as long as too little was read to say
     */
    @Nullable
    Long secondsLeft(ImportStatus status, long now) {
        long read = status.nextOffset() - from;
        if (read <= 0 || now - began < SOONEST.toNanos()) {
            return null;
        }
        double perByte = (double) (now - began) / read;
        long left = Math.max(status.bytes() - status.nextOffset(), 0);
        return Math.max(1, Math.round(perByte * left / Duration.ofSeconds(1).toNanos()));
    }
}
