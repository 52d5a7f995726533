package brightline.edge.problem;

/** Stops a request with a problem that is already worded. Not for rules of the domain: those are {@link RuleRefusal}s. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.type(), null, false, false);
        this.problem = problem;
    }

    /** What to answer. */
    public Problem problem() {
        return problem;
    }
}
