package brightline.command.endpoint;

import brightline.edge.problem.FieldProblem;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Collection;
import java.util.Comparator;

/**
 * What a broken constraint says. Our own constraints write their message as code, colon, words; of the standard's, few are used, and
 * their words stand here.
 */
final class Violations {
    static final Comparator<FieldProblem> IN_ORDER =
            Comparator.comparing(FieldProblem::pointer).thenComparing(FieldProblem::code);

    private Violations() {}

    static FieldProblem finding(ConstraintViolation<?> violation) {
        String pointer = pointer(violation.getPropertyPath());
        return switch (violation.getConstraintDescriptor().getAnnotation()) {
            case NotNull _, NotBlank _ -> new FieldProblem(pointer, "missing", "must be given");
            case Min least -> new FieldProblem(pointer, "wrong-value", "must be at least " + least.value());
            case Max most -> new FieldProblem(pointer, "wrong-value", "must be at most " + most.value());
            case Size size
            when violation.getInvalidValue() instanceof String ->
                new FieldProblem(pointer, "wrong-value", "must have at most " + size.max() + " characters");
            case Size size
            when violation.getInvalidValue() instanceof Collection<?> list && list.size() < size.min() ->
                new FieldProblem(pointer, "missing", "must name " + size.min() + " at least");
            case Size size -> new FieldProblem(pointer, "too-many", "must be at most " + size.max());
            case Annotation own -> {
                String[] message = violation.getMessage().split(": ", 2);
                if (message.length != 2) {
                    throw new IllegalStateException(own + " does not say its code");
                }
                yield new FieldProblem(pointer, message[0], message[1]);
            }
        };
    }

    private static String pointer(Path path) {
        var pointer = new StringBuilder();
        for (Path.Node node : path) {
            if (node.isInIterable()) {
                // The key of a map is part of what was sent, and is not repeated.
                pointer.append('/').append(node.getIndex() == null ? "*" : node.getIndex());
            }
            if (node.getName() != null && !node.getName().startsWith("<")) {
                pointer.append('/').append(node.getName());
            }
        }
        return pointer.toString();
    }
}
