package brightline.edge.door;

import brightline.edge.problem.Faults;
import brightline.edge.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** When a body must be here, all of it: a byte now and then does not move it. */
final class Deadline {
    private final long at;

    private Deadline(long at) {
        this.at = at;
    }

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    private boolean isPast() {
        return System.nanoTime() - at > 0;
    }

    /**
     * Reads what is there; as {@link InputStream#read(byte[], int, int)}. Waits at most as long as the connection may be silent.
     *
     * @throws ProblemException 408 when the time is over or the sender has fallen silent, 400 when it has gone
     */
    int read(InputStream from, byte[] buffer, int offset, int length) {
        if (isPast()) {
            throw new ProblemException(DoorProblems.bodyTooSlow());
        }
        try {
            return from.read(buffer, offset, length);
        } catch (IOException broken) {
            throw new ProblemException(
                    Faults.chain(broken).stream().anyMatch(SocketTimeoutException.class::isInstance)
                            ? DoorProblems.bodyTooSlow()
                            : DoorProblems.bodyCutOff());
        }
    }
}
