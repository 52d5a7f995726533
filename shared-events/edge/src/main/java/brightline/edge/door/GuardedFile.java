package brightline.edge.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.io.InputStream;

/**
 * A request that brings a file to where files are taken. Nothing of it is read before {@link #content()} is: parameters are
 * those of the address, until {@link FileForms} has read the form.
 */
final class GuardedFile extends HttpServletRequestWrapper {
    private final InputStream body;
    private final Deadline deadline;

    GuardedFile(HttpServletRequest request, Deadline deadline) throws IOException {
        super(request);
        // From here on the container takes parameters from the address alone.
        this.body = request.getInputStream();
        this.deadline = deadline;
    }

    /** What arrives, until its time is over. */
    InputStream content() {
        return new InputStream() {
            @Override
            public int read() {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                // A sender that is never slow would keep the processor until its file is here: virtual threads give way
                // only where they wait.
                Thread.yield();
                return deadline.read(body, buffer, offset, length);
            }
        };
    }
}
