package brightline.edge.problem;

import java.util.ArrayList;
import java.util.List;

/** What may be logged of an exception: its classes and places, never its messages, which quote input and SQL parameters. */
public final class Faults {
    private static final int CAUSES = 8;
    private static final int FRAMES = 6;

    private Faults() {}

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
