package brightline.edge.access;

import org.springframework.security.core.AuthenticationException;

/** The password was right, and a code is still to come. */
final class CodeNeeded extends AuthenticationException {
    private static final long serialVersionUID = 1L;

    private final transient Account account;

    CodeNeeded(Account account) {
        super("A code is needed");
        this.account = account;
    }

    Account account() {
        return account;
    }
}
