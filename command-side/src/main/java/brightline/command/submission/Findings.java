package brightline.command.submission;

import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Everything that is wrong with the fields of one request, so that it can be answered at once. */
public final class Findings {
    private static final int AT_MOST = 200;

    private final List<FieldProblem> problems = new ArrayList<>();

    /**
     * Notes one thing.
     *
     * @param pointer JSON pointer into the body
     * @param code stable code of what is wrong
     * @param reason the same in words; never the value that was sent
     */
    public void add(String pointer, String code, String reason) {
        if (problems.size() < AT_MOST) {
            problems.add(new FieldProblem(pointer, code, reason));
        }
    }

    /** All of it, in the order it was found. */
    public List<FieldProblem> all() {
        return List.copyOf(problems);
    }

    /** Whether something is wrong there. @param pointer JSON pointer into the body */
    public boolean holds(String pointer) {
        return problems.stream().anyMatch(problem -> problem.pointer().equals(pointer));
    }

    /** Whether nothing is wrong so far. */
    public boolean none() {
        return problems.isEmpty();
    }

    /**
     * Goes on if nothing is wrong but what may be.
     *
     * @param tolerated codes of what may be
     * @throws ProblemException with status 400 and everything else that is
     */
    public void refuseIfAnyBut(Set<String> tolerated) {
        problems.removeIf(problem -> tolerated.contains(problem.code()));
        refuseIfAny();
    }

    /**
     * Goes on if nothing is wrong.
     *
     * @throws ProblemException with status 400 and everything that is
     */
    public void refuseIfAny() {
        refuseIfAny("");
    }

    /**
     * Goes on if nothing is wrong.
     *
     * @param within JSON pointer of the member that holds the document the findings are about; empty where it is the body itself
     * @throws ProblemException with status 400 and everything that is
     */
    public void refuseIfAny(String within) {
        if (!problems.isEmpty()) {
            throw new ProblemException(Problem.invalid(problems.stream()
                    .map(one -> new FieldProblem(within + one.pointer(), one.code(), one.reason()))
                    .toList()));
        }
    }
}
