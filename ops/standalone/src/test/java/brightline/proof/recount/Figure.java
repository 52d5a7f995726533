package brightline.proof.recount;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A figure's definition in plain words, and the figure. */
interface Figure {
    /** Its address under {@code /api/queries/}. */
    String name();

    /** The figure of these involvements, none voided unless asked for. */
    default Row row(List<Involvement> those, Question question) {
        throw new UnsupportedOperationException();
    }

    /**
     * Fields of an answer's row by name, or by pointer where they stand deeper: whole numbers, decimals, words or null; and the shares
     * among its measures.
     */
    final class Row {
        final Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        final Map<String, Share> measures = new LinkedHashMap<>();

        Row with(String field, @Nullable Object value) {
            fields.put(field, value);
            return this;
        }

        Row share(String measure, long numerator, long denominator) {
            measures.put(measure, new Share(numerator, denominator));
            return this;
        }
    }

    /** Whether it is asked of a day. */
    default boolean isOfADay() {
        return false;
    }

    /** Whether voided records are told where their class is asked for by name. */
    default boolean tellsVoided() {
        return false;
    }

    /** Whether schools or officers are set against each other: there is a row for each, and no other groups. */
    default boolean isOfUnits() {
        return false;
    }

    /** What the answer says beside its rows, by pointer into it. */
    default Map<String, @Nullable Object> besideRows(List<Involvement> all, Question question) {
        return Map.of();
    }

    /** Whether each record stands for itself, though it be linked to another. */
    default boolean isOfRecords() {
        return false;
    }

    /** One row for each combination of values; one of all where there are no groups. */
    default Map<List<@Nullable String>, Row> rows(Known known, List<Involvement> all, Question question) {
        Map<List<@Nullable String>, Row> rows = new LinkedHashMap<>();
        groups(all, question).forEach((group, those) -> rows.put(group, row(those, question)));
        return rows;
    }

    /** The involvements a question is about, by the values it groups them by. */
    default Map<List<@Nullable String>, List<Involvement>> groups(List<Involvement> all, Question question) {
        Map<List<@Nullable String>, List<Involvement>> groups = new LinkedHashMap<>();
        all.stream()
                .filter(one -> !one.isVoided() || (tellsVoided() && question.namesExcluded()))
                .filter(question::holds)
                .forEach(one -> groups.computeIfAbsent(group(one, question), _ -> new ArrayList<>())
                        .add(one));
        return groups;
    }

    private static List<@Nullable String> group(Involvement one, Question question) {
        List<@Nullable String> group = new ArrayList<>();
        question.groupBy().forEach(dimension -> group.add(one.value(dimension)));
        return group;
    }

    /** How many there are once each has been told apart. */
    static long count(List<Involvement> those, Predicate<Involvement> which) {
        return those.stream().filter(which).count();
    }
}
