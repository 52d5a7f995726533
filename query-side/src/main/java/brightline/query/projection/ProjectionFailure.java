package brightline.query.projection;

import java.sql.SQLException;

/**
 * Says that something failed, by class and code, and where in the program. Not by message: messages of parsers and drivers quote
 * what they failed on, and this is logged and stored.
 */
public final class ProjectionFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String code;

    private ProjectionFailure(String type, String code, StackTraceElement[] where) {
        super(code.isEmpty() ? type : type + " " + code);
        this.type = type;
        this.code = code;
        setStackTrace(where);
    }

    /** What is left of an exception when all it quotes is gone. */
    public static ProjectionFailure of(Throwable cause) {
        return cause instanceof ProjectionFailure known
                ? known
                : new ProjectionFailure(cause.getClass().getName(), sqlState(cause), cause.getStackTrace());
    }

    /** Class of the exception. */
    public String type() {
        return type;
    }

    /** SQLSTATE of the database; empty where the failure was not the database's. */
    public String code() {
        return code;
    }

    /**
     * Whether what was to be written was at fault, so that it would fail again and nothing else needs to: wrong data by the
     * database's classes 21 to 23 and 54, or no word of the database at all. Not when it was gone, full or busy.
     */
    boolean isOfTheEvent() {
        return code.isEmpty()
                || code.startsWith("21")
                || code.startsWith("22")
                || code.startsWith("23")
                || code.startsWith("54");
    }

    private static String sqlState(Throwable cause) {
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
