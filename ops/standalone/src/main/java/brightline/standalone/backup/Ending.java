package brightline.standalone.backup;

import brightline.standalone.Progress;
import brightline.standalone.postgres.CannotStart;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.dao.DataAccessException;

/** How a backup or restoration ends when it fails: one line, and a code for scripts. */
final class Ending {
    private static final int FAILED = 1;

    private static final String DISK_FULL = "53100";

    private Ending() {}

    /** A program's work. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** @return the code to exit with */
    static int of(String program, Work work) {
        keepQuiet();
        try {
            work.run();
            return 0;
        } catch (Exception e) {
            Progress.complain(program + ": " + line(e));
            return FAILED;
        }
    }

    /**
     * Before an application sets logging up, libraries write to the console what they connect to; where one has done so, its
     * settings stay.
     */
    private static void keepQuiet() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging
                && logging.getObject(LoggingSystem.class.getName()) == null) {
            logging.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        }
    }

    /** Never the message of a database or a parser, which may quote what it failed on. */
    static String line(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotGoOn || cause instanceof CannotStart) {
                return String.valueOf(cause.getMessage());
            }
            if (cause instanceof SQLException sql) {
                return DISK_FULL.equals(sql.getSQLState())
                        ? "the disk of the database is full"
                        : "the database refused (SQLSTATE " + sql.getSQLState() + ")";
            }
            if (cause instanceof java.io.IOException io) {
                return String.valueOf(io.getMessage()).contains("No space left")
                        ? "the disk is full"
                        : "%s: %s".formatted(io.getClass().getSimpleName(), io.getMessage());
            }
        }
        return failure instanceof DataAccessException
                ? "the database cannot be used"
                : failure.getClass().getName();
    }
}
