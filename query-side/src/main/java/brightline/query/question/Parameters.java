package brightline.query.question;

import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** A request's parameters, read one by one; what is wrong with them is said all at once. */
public final class Parameters {
    private final MultiValueMap<String, String> given;
    private final List<FieldProblem> wrong = new ArrayList<>();

    public Parameters(MultiValueMap<String, String> given) {
        this.given = given;
    }

    /** Names of all that were given. */
    public Set<String> names() {
        return given.keySet();
    }

    /** All values of a parameter; none where it was not given. */
    public List<String> values(String name) {
        return given.getOrDefault(name, List.of());
    }

    /** The parameter's text; null where it was not given, is empty, or was given twice, which is wrong. */
    public @Nullable String text(String name) {
        List<String> values = values(name);
        if (values.isEmpty() || values.size() == 1 && values.getFirst().isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            wrong(name, "given-twice", "must be given once");
            return null;
        }
        return values.getFirst();
    }

    /**
     * What a parameter says; null where it says nothing, or what cannot be read, which is wrong.
     *
     * @param read throws {@link DateTimeParseException} or {@link IllegalArgumentException} for a text that is none
     * @param form what the text must be, as the reader is told
     */
    public <T> @Nullable T one(String name, Function<String, T> read, String form) {
        String text = text(name);
        try {
            return text == null ? null : read.apply(text);
        } catch (DateTimeParseException | IllegalArgumentException _) {
            wrong(name, "wrong-value", "must be " + form);
            return null;
        }
    }

    /** Notes that a parameter is not right. */
    public void wrong(String name, String code, String reason) {
        wrong.add(new FieldProblem("?" + name, code, reason));
    }

    /** Notes that a parameter is not taken; its name is not repeated. */
    public void unknown() {
        wrong.add(new FieldProblem("", "unknown-parameter", "a parameter is not known here"));
    }

    /** @throws ProblemException 400, naming each parameter that is not right */
    public void refuseWrong() {
        if (!wrong.isEmpty()) {
            throw new ProblemException(Problem.invalid(wrong));
        }
    }
}
