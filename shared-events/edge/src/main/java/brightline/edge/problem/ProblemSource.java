package brightline.edge.problem;

import org.jspecify.annotations.Nullable;

/**
 * Words the problem for exceptions this package does not know. Beans of it are asked first, in order, for the exception and
 * then for each of its causes; so a side's own exceptions need to know nothing of the web.
 */
@FunctionalInterface
public interface ProblemSource {
    /** The problem for this exception, or null when it is somebody else's. */
    @Nullable
    Problem problemFor(Throwable failure);
}
