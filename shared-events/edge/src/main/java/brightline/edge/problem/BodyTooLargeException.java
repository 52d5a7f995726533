package brightline.edge.problem;

import java.io.IOException;

/** The request's body is longer than the edge reads; thrown to whoever reads on. */
final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLargeException() {
        super("Request body too large");
    }
}
