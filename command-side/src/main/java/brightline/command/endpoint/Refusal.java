package brightline.command.endpoint;

import brightline.command.fields.NumberFault;
import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What only a handler can find wrong with a document: nothing that its record could say. */
public final class Refusal {
    private Refusal() {}

    /** Refuses what is no number or code. @param fault as {@link NumberFault} words it; null where nothing is wrong */
    public static void ofNumber(String pointer, @Nullable String fault) {
        if (fault != null) {
            throw of(pointer, NumberFault.CODE, fault);
        }
    }

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
