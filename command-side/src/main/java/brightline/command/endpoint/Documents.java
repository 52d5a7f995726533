package brightline.command.endpoint;

import brightline.command.submission.Findings;
import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.edge.problem.StrictJson;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Looks at documents as a whole: what is of the wrong type and what breaks a constraint of the document's record is refused
 * together, one finding a field.
 */
final class Documents {
    /** So many values that cannot be read are told at once: for each the document is read again. */
    private static final int LOOKS = 20;

    private final JsonMapper json;
    private final Validator validator;

    Documents(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    /** @throws ProblemException with every constraint the document breaks */
    <T> T whole(T document) {
        Findings findings = new Findings();
        look(document, findings);
        findings.refuseIfAny();
        return document;
    }

    /**
     * The refusal of a document that could not be read, with all that is wrong with it: each value that cannot be read is left out, and the
     * rest is looked at.
     *
     * @param failure why it could not be read
     * @param sent null where it is no document at all
     */
    ProblemException refusal(JacksonException failure, @Nullable JsonNode sent, Class<?> type) {
        Findings findings = new Findings();
        JacksonException next = failure;
        for (int looks = 0; next != null && looks < LOOKS; looks++) {
            Problem problem = StrictJson.problem(next);
            if (problem.errors().isEmpty()) {
                return new ProblemException(problem);
            }
            FieldProblem found = problem.errors().getFirst();
            findings.add(found.pointer(), found.code(), found.reason());
            next = sent != null && leftOut(sent, found, next) ? lookAgain(sent, type, findings) : null;
        }
        return new ProblemException(Problem.invalid(findings.all()));
    }

    private @Nullable JacksonException lookAgain(JsonNode sent, Class<?> type, Findings findings) {
        try {
            look(json.treeToValue(sent, type), findings);
            return null;
        } catch (JacksonException another) {
            return another;
        }
    }

    private static boolean leftOut(JsonNode sent, FieldProblem found, JacksonException why) {
        if (why instanceof UnrecognizedPropertyException unknown) {
            return sent.at(found.pointer()) instanceof ObjectNode object
                    && object.remove(unknown.getPropertyName()) != null;
        }
        JsonPointer pointer = JsonPointer.compile(found.pointer());
        if (pointer.length() == 0) {
            return false;
        }
        return switch (sent.at(pointer.head())) {
            case ObjectNode object
            when object.has(pointer.last().getMatchingProperty()) -> {
                object.putNull(pointer.last().getMatchingProperty());
                yield true;
            }
            case ArrayNode array
            when array.has(pointer.last().getMatchingIndex()) -> {
                array.setNull(pointer.last().getMatchingIndex());
                yield true;
            }
            default -> false;
        };
    }

    private void look(Object document, Findings findings) {
        validator.validate(document).stream()
                .map(Violations::finding)
                .sorted(Violations.IN_ORDER)
                .filter(one -> !findings.holds(one.pointer()))
                .forEachOrdered(one -> findings.add(one.pointer(), one.code(), one.reason()));
    }
}
