package brightline.query.desk;

import brightline.edge.problem.ProblemException;
import brightline.query.figures.AsKnownOn;
import brightline.query.figures.Parameters;
import java.util.LinkedHashMap;
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
    static DeskQuestion read(MultiValueMap<String, String> given, Map<String, Function<String, Boolean>> forms) {
        Parameters parameters = new Parameters(given);
        Map<String, String> filters = new LinkedHashMap<>();
        forms.forEach((name, form) -> {
            String value = parameters.text(name);
            if (value != null) {
                if (form.apply(value)) {
                    filters.put(name, value);
                } else {
                    parameters.wrong(name, "unknown-value", "holds a value that is not one of its own");
                }
            }
        });
        AsKnownOn asKnownOn = parameters.asKnownOn();
        Long index = parameters.atLeastIndex();
        Long cursor = parameters.one("cursor", Long::valueOf, "the next of an earlier answer");
        Integer limit = parameters.one("limit", Integer::valueOf, "a number");
        if (limit != null && (limit < 1 || limit > MOST)) {
            parameters.wrong("limit", "wrong-value", "must be from 1 to " + MOST);
        }
        Set<String> also = Set.of("asKnownOn", "atLeastIndex", "cursor", "limit");
        if (parameters.names().stream().anyMatch(name -> !forms.containsKey(name) && !also.contains(name))) {
            parameters.unknown();
        }
        parameters.refuseWrong();
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
}
