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

    private static String sqlState(Throwable cause) {
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }
}
