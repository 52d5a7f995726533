package brightline.standalone.postgres;

/** Why Brightline cannot start, as one line for the person at the keyboard: what is wrong, where, and what to do. */
public final class CannotStart extends RuntimeException {
    /** @param line one line without a full stop at the end */
    public CannotStart(String line) {
        super(line);
    }

    /** @param cause kept for the log; the line alone is shown */
    public CannotStart(String line, Throwable cause) {
        super(line, cause);
    }
}
