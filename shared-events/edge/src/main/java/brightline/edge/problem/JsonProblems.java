package brightline.edge.problem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.exc.ValueInstantiationException;

/**
 * Words a body that could not be read. The parser's own messages quote the body, so none is used: what is said comes from
 * the path, the place and the type that was expected. A name we do not know is part of the body too, and is not repeated.
 */
final class JsonProblems {
    private static final int MANY_CONSTANTS = 40;

    private JsonProblems() {}

    static Problem of(JacksonException failure) {
        return switch (failure) {
            case StreamConstraintsException _ -> ProblemTable.bodyBeyondLimits(place(failure));
            case InputCoercionException _ -> invalid(failure, "wrong-value", "must be a number in range");
            case StreamReadException _ -> malformed(failure);
            case UnrecognizedPropertyException unknown ->
                invalid(
                        parentPointer(unknown),
                        "unknown-property",
                        "holds a property that is not known here" + known(unknown));
            case InvalidFormatException wrong
            when wrong.getTargetType() == String.class ->
                invalid(wrong, "wrong-value", "holds a character that no text can keep: NUL, or half of one");
            case InvalidFormatException wrong ->
                invalid(wrong, "wrong-value", "must be " + words(wrong.getTargetType()));
            case ValueInstantiationException wrong ->
                invalid(wrong, "wrong-value", "does not hold a value that is allowed here");
            case MismatchedInputException wrong
            when wrong.getTargetType() != null ->
                invalid(wrong, "wrong-type", "must be " + words(wrong.getTargetType()));
            default -> {
                JacksonException cause = cause(failure);
                yield cause == null ? invalid(failure, "unreadable", "cannot be read") : of(cause);
            }
        };
    }

    private static Problem malformed(JacksonException failure) {
        return Problem.of(HttpStatus.BAD_REQUEST, "malformed-json", "The body is not well-formed JSON")
                .withDetail("Reading stopped" + place(failure) + ".")
                .withAction("Send one JSON document, in UTF-8, without repeated names.");
    }

    private static Problem invalid(JacksonException failure, String code, String reason) {
        return invalid(pointer(failure.getPath()), code, reason + place(failure));
    }

    private static Problem invalid(String pointer, String code, String reason) {
        return Problem.invalid(List.of(new FieldProblem(pointer, code, reason)));
    }

    private static @Nullable JacksonException cause(JacksonException failure) {
        return failure.getCause() instanceof JacksonException inner && inner != failure ? inner : null;
    }

    private static String place(JacksonException failure) {
        TokenStreamLocation location = failure.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }

    private static String parentPointer(UnrecognizedPropertyException unknown) {
        List<JacksonException.Reference> path = unknown.getPath();
        return pointer(path.isEmpty() ? path : path.subList(0, path.size() - 1));
    }

    private static String known(UnrecognizedPropertyException unknown) {
        Collection<Object> known = unknown.getKnownPropertyIds();
        String names = known == null || known.size() > MANY_CONSTANTS
                ? ""
                : known.stream().map(Object::toString).sorted().collect(Collectors.joining(", ", "; known are ", ""));
        return names + place(unknown);
    }

    private static String pointer(List<JacksonException.Reference> path) {
        var pointer = new StringBuilder();
        for (JacksonException.Reference step : path) {
            pointer.append('/');
            if (step.getPropertyName() == null) {
                pointer.append(step.getIndex());
            } else if (isMap(step.from())) {
                pointer.append('*');
            } else {
                pointer.append(step.getPropertyName().replace("~", "~0").replace("/", "~1"));
            }
        }
        return pointer.toString();
    }

    private static boolean isMap(@Nullable Object from) {
        return from instanceof Map || from instanceof Class<?> type && Map.class.isAssignableFrom(type);
    }

    private static String words(Class<?> type) {
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants.length > MANY_CONSTANTS
                    ? "one of the codes of its list"
                    : Arrays.stream(constants).map(Object::toString).collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == String.class) {
            return "a text";
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == Instant.class || type == OffsetDateTime.class) {
            return "a date and time with offset, such as 2026-03-02T10:15:00-06:00";
        }
        if (type == LocalDate.class) {
            return "a date, such as 2026-03-02";
        }
        if (type == UUID.class) {
            return "an identifier (UUID)";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number in range, and not left out";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return "of the form its description gives";
    }
}
