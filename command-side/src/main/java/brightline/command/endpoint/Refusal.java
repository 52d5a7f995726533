package brightline.command.endpoint;

import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import java.util.List;

/** What only a handler can find wrong with a document: nothing that its record could say. */
public final class Refusal {
    private Refusal() {}

    /**
     * To be thrown: 400.
     *
     * @param pointer JSON pointer of the field; empty for the whole
     * @param code stable code of what is wrong
     * @param reason the same in words; never the value that was sent
     */
    public static ProblemException of(String pointer, String code, String reason) {
        return new ProblemException(Problem.invalid(List.of(new FieldProblem(pointer, code, reason))));
    }
}
