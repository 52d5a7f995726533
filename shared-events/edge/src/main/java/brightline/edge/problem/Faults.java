package brightline.edge.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.connector.ClientAbortException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** What may be logged of an exception: its classes and places, never its messages, which quote input and SQL parameters. */
public final class Faults {
    private static final int CAUSES = 8;
    private static final int FRAMES = 6;

    /** The attribute of a request whose sender is known; see {@link #log}. */
    public static final String SIGNED_IN = Faults.class.getName() + ".signedIn";

    private static final Logger log = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    /**
     * Whether something went wrong here: not what was sent, not what is refused by plan for a while, and not that somebody went
     * away before the answer.
     */
    static boolean isOurs(Problem problem, Throwable failure) {
        return problem.status() >= 500
                && chain(failure).stream().noneMatch(ClientAbortException.class::isInstance)
                && !(failure instanceof ProblemException planned
                        && planned.problem().equals(problem));
    }

    /**
     * One line about a request that failed through a fault of ours. An error, unless nobody knows who sent it: nobody at the
     * port may fill the log with errors.
     */
    static void log(HttpServletRequest request, Problem problem, Throwable failure) {
        Level level = request.getAttribute(SIGNED_IN) == null ? Level.WARN : Level.ERROR;
        log.atLevel(level)
                .addKeyValue("event", "request.failed")
                .addKeyValue("problem", problem.code())
                .log(() -> "Request failed: " + problem.code() + ": " + describe(failure));
    }

    /** The exception and its causes, outermost first; never more than a few, and safe against loops. */
    public static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable t = failure; t != null && chain.size() < CAUSES; t = t.getCause()) {
            chain.add(t);
        }
        return chain;
    }

    /** One line: class names down the causes, each with the innermost frames. */
    public static String describe(Throwable failure) {
        var line = new StringBuilder();
        for (Throwable t : chain(failure)) {
            line.append(line.isEmpty() ? "" : " <- ").append(t.getClass().getName());
            StackTraceElement[] frames = t.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, frames.length); i++) {
                line.append(i == 0 ? " at " : ", ")
                        .append(frames[i].getClassName())
                        .append('.')
                        .append(frames[i].getMethodName())
                        .append(':')
                        .append(frames[i].getLineNumber());
            }
        }
        return line.toString();
    }
}
