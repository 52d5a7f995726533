package brightline.standalone.backup;

/** Why a backup or a restoration ends without success, as one line for the person at the keyboard. */
final class CannotGoOn extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param line one line without a full stop at the end */
    CannotGoOn(String line) {
        super(line);
    }

    /** @param cause kept for whoever debugs; the line alone is shown */
    CannotGoOn(String line, Throwable cause) {
        super(line, cause);
    }
}
