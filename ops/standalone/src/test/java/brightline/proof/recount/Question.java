package brightline.proof.recount;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a figure.
 *
 * @param from first day; null for all time
 * @param to last day; null for all time
 * @param filters only those with one of the values; {@link #NOT_STATED} for what nobody stated
 * @param knownAt the moment whose knowledge counts; null for now
 * @param ruleSet 1 where none is named
 * @param asOf the day of a roster; null where it is no question of a day
 * @param reviewed whether a reviewer's class counts in place of the rules'
 */
record Question(
        String figure,
        List<String> groupBy,
        Map<String, Set<String>> filters,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Instant knownAt,
        int ruleSet,
        @Nullable LocalDate asOf,
        boolean reviewed) {
    /** Its rows are schools or officers, named by the one group. */
    static final String FUNNELS = "funnels";

    static final String NOT_STATED = "NOT_STATED";

    /** Of everything, everywhere. */
    static Question of(String figure) {
        return new Question(figure, List.of(), Map.of(), null, null, null, 1, null, false);
    }

    static Question of(String figure, Set<String> schools) {
        return of(figure).only("school", schools);
    }

    Question groupedBy(String... dimensions) {
        return new Question(figure, List.of(dimensions), filters, from, to, knownAt, ruleSet, asOf, reviewed);
    }

    Question only(String dimension, Set<String> values) {
        Map<String, Set<String>> narrowed = new LinkedHashMap<>(filters);
        narrowed.put(dimension, values);
        return new Question(figure, groupBy, narrowed, from, to, knownAt, ruleSet, asOf, reviewed);
    }

    Question between(LocalDate first, LocalDate last) {
        return new Question(figure, groupBy, filters, first, last, knownAt, ruleSet, asOf, reviewed);
    }

    Question knownAt(@Nullable Instant moment) {
        return new Question(figure, groupBy, filters, from, to, moment, ruleSet, asOf, reviewed);
    }

    Question readBy(int number) {
        return new Question(figure, groupBy, filters, from, to, knownAt, number, asOf, reviewed);
    }

    Question asOf(@Nullable LocalDate day) {
        return new Question(figure, groupBy, filters, from, to, knownAt, ruleSet, day, reviewed);
    }

    Question byReviewers() {
        return new Question(figure, groupBy, filters, from, to, knownAt, ruleSet, asOf, true);
    }

    /** Without any filter on the dimension. */
    Question without(String dimension) {
        Map<String, Set<String>> widened = new LinkedHashMap<>(filters);
        widened.remove(dimension);
        return new Question(figure, groupBy, widened, from, to, knownAt, ruleSet, asOf, reviewed);
    }

    boolean holds(Involvement one) {
        LocalDate day = one.day();
        return (from == null || !day.isBefore(from))
                && (to == null || !day.isAfter(to))
                && filters.entrySet().stream().allMatch(filter -> {
                    String value = one.value(filter.getKey());
                    return filter.getValue().contains(value == null ? NOT_STATED : value);
                });
    }

    /** Voided records are counted only where their class is asked for by name. */
    boolean namesExcluded() {
        return filters.getOrDefault("class", Set.of()).contains("EXCLUDED");
    }

    /** The address under {@code /api/queries/}. */
    String address() {
        StringJoiner parameters = new StringJoiner("&", figure + "?", "").add("ruleSet=" + ruleSet);
        if (figure.equals(FUNNELS)) {
            parameters.add("measure=routine-discipline").add("unit=" + groupBy.getFirst());
        } else if (!groupBy.isEmpty()) {
            parameters.add("groupBy=" + String.join(",", groupBy));
        }
        if (reviewed) {
            parameters.add("classBasis=reviewed");
        }
        filters.forEach((name, values) ->
                parameters.add(name + "=" + URLEncoder.encode(String.join(",", values), StandardCharsets.UTF_8)));
        if (from != null) {
            parameters.add("from=" + from);
        }
        if (to != null) {
            parameters.add("to=" + to);
        }
        if (knownAt != null) {
            parameters.add("asKnownOn=" + knownAt);
        }
        if (asOf != null) {
            parameters.add("asOf=" + asOf);
        }
        return parameters.toString();
    }
}
