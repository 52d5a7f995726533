package brightline.query.desk;

import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.query.figures.AsKnownOn;
import brightline.query.figures.Times;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a list is asked for.
 *
 * @param filters by parameter's name; those left out are absent
 * @param asKnownOn null for what is known now
 * @param atLeastIndex an event the answer has to rest on; 0 for none
 * @param cursor where the page before ended; null for the first
 * @param limit items at most
 */
record DeskQuestion(
        Map<String, String> filters,
        @Nullable AsKnownOn asKnownOn,
        long atLeastIndex,
        @Nullable Long cursor,
        int limit) {
    private static final int MOST = 200;
    private static final int USUAL = 50;

    DeskQuestion {
        filters = Map.copyOf(filters);
    }

    /**
     * From a request's parameters.
     *
     * @param forms the filters this list has, and for each whether a text can stand in it
     * @throws ProblemException 400, naming each parameter that is not right
     */
    static DeskQuestion read(MultiValueMap<String, String> parameters, Map<String, Function<String, Boolean>> forms) {
        Reader reader = new Reader(parameters);
        Map<String, String> filters = new java.util.LinkedHashMap<>();
        forms.forEach((name, form) -> {
            String value = reader.text(name);
            if (value != null) {
                if (form.apply(value)) {
                    filters.put(name, value);
                } else {
                    reader.wrong(name, "unknown-value", "holds a value that is not one of its own");
                }
            }
        });
        AsKnownOn asKnownOn = reader.one("asKnownOn", AsKnownOn::of, Times.DAY_OR_MOMENT);
        Long index = reader.one("atLeastIndex", Long::valueOf, "a number");
        Long cursor = reader.one("cursor", Long::valueOf, "the next of an earlier answer");
        Integer limit = reader.one("limit", Integer::valueOf, "a number");
        if (limit != null && (limit < 1 || limit > MOST)) {
            reader.wrong("limit", "wrong-value", "must be from 1 to " + MOST);
        }
        if (index != null && index < 0) {
            reader.wrong("atLeastIndex", "wrong-value", "must not be negative");
        }
        Set<String> also = Set.of("asKnownOn", "atLeastIndex", "cursor", "limit");
        if (parameters.keySet().stream().anyMatch(name -> !forms.containsKey(name) && !also.contains(name))) {
            reader.errors.add(new FieldProblem("", "unknown-parameter", "a parameter is not known here"));
        }
        if (!reader.errors.isEmpty()) {
            throw new ProblemException(Problem.invalid(reader.errors));
        }
        return new DeskQuestion(filters, asKnownOn, index == null ? 0 : index, cursor, limit == null ? USUAL : limit);
    }

    @Nullable
    String filter(String name) {
        return filters.get(name);
    }

    static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException _) {
            return false;
        }
    }

    static boolean isNumber(String text) {
        return text.matches("[0-9]{1,6}");
    }

    static boolean isWord(String text) {
        return text.matches("[A-Za-z0-9 ._@/-]{1,200}");
    }

    static Function<String, Boolean> oneOf(String... values) {
        return Set.of(values)::contains;
    }

    private static final class Reader {
        private final MultiValueMap<String, String> parameters;
        private final List<FieldProblem> errors = new ArrayList<>();

        Reader(MultiValueMap<String, String> parameters) {
            this.parameters = parameters;
        }

        @Nullable
        String text(String name) {
            List<String> values = parameters.getOrDefault(name, List.of());
            if (values.isEmpty() || values.size() == 1 && values.getFirst().isEmpty()) {
                return null;
            }
            if (values.size() > 1) {
                wrong(name, "given-twice", "must be given once");
                return null;
            }
            return values.getFirst();
        }

        <T> @Nullable T one(String name, Function<String, T> read, String form) {
            String text = text(name);
            try {
                return text == null ? null : read.apply(text);
            } catch (DateTimeParseException | IllegalArgumentException _) {
                wrong(name, "wrong-value", "must be " + form);
                return null;
            }
        }

        void wrong(String parameter, String code, String reason) {
            errors.add(new FieldProblem("?" + parameter, code, reason));
        }
    }
}
