package brightline.query.projection;

import java.sql.SQLException;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Says that something failed, by class and code, and where in the program. Not by message: messages of parsers and drivers quote
 * what they failed on, and this is logged and stored.
 */
public final class ProjectionFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String type;
    private final String code;
    private final boolean ofDatabase;

    private ProjectionFailure(String type, String code, boolean ofDatabase, StackTraceElement[] where) {
        super(code.isEmpty() ? type : type + " " + code);
        this.type = type;
        this.code = code;
        this.ofDatabase = ofDatabase;
        setStackTrace(where);
    }

    /** What is left of an exception when all it quotes is gone. */
    public static ProjectionFailure of(Throwable cause) {
        return cause instanceof ProjectionFailure known
                ? known
                : new ProjectionFailure(
                        cause.getClass().getName(), sqlState(cause), isOfDatabase(cause), cause.getStackTrace());
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
     * database's classes 21 to 23 and 54, or nothing to do with a database at all. Not when one was gone, full or busy, the key
     * store among them.
     */
    boolean isOfTheEvent() {
        return !ofDatabase
                || code.startsWith("21")
                || code.startsWith("22")
                || code.startsWith("23")
                || code.startsWith("54");
    }

    private static boolean isOfDatabase(Throwable cause) {
        for (Throwable one = cause; one != null; one = one.getCause()) {
            if (one instanceof SQLException
                    || one instanceof DataAccessException
                    || one instanceof TransactionException) {
                return true;
            }
        }
        return false;
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
