package brightline.edge.door;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.http.HttpHeaders;

/** Lets the sender of a body that nobody read finish for a moment, so that it sees the answer instead of a broken pipe. */
final class LingeringClose extends ValveBase {
    private static final Duration LINGERING = Duration.ofSeconds(1);
    private static final int LINGERING_BYTES = 16 << 20;
    private static final int CHUNK = 16 * 1024;

    LingeringClose() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (refusedUnread(request, response)) {
            response.finishResponse();
            linger(request.getStream());
        }
    }

    /** Not where the sender waits to be told to go on: it never will be. */
    private static boolean refusedUnread(Request request, Response response) {
        return response.getStatus() >= Response.SC_BAD_REQUEST
                && (length(request) > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null)
                && request.getHeader(HttpHeaders.EXPECT) == null
                && !request.isAsync();
    }

    /** A length that is none, or two of them, is a fault of the sender: the container has refused the request for it already. */
    private static long length(Request request) {
        try {
            return request.getContentLengthLong();
        } catch (IllegalArgumentException _) {
            return 0;
        }
    }

    private static void linger(InputStream rest) {
        long until = System.nanoTime() + LINGERING.toNanos();
        byte[] chunk = new byte[CHUNK];
        int taken = 0;
        try {
            for (int n = 0; n >= 0 && taken < LINGERING_BYTES && System.nanoTime() < until; taken += n) {
                n = rest.read(chunk);
            }
        } catch (IOException _) {
            // The sender is gone, or silent; the answer was sent.
        }
    }
}
