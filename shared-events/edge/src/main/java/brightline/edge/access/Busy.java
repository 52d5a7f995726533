package brightline.edge.access;

import org.springframework.security.authentication.AuthenticationServiceException;

/** So many passwords are being looked at that this one's turn did not come in time. Nothing was looked at or counted. */
public final class Busy extends AuthenticationServiceException {
    private static final long serialVersionUID = 1L;

    Busy() {
        super("Too many passwords at once");
    }
}
