package brightline.query.figures;

import brightline.query.question.AsKnownOn;
import brightline.query.question.Basis;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a figure is asked for.
 *
 * @param from first day of occurredAt, in the agency's zone; null for all time
 * @param to last day of occurredAt, included; null for all time
 * @param groupBy one row for each combination of values of these
 * @param filters only facts with one of the values; {@link Dimension#NOT_STATED} stands for what nobody stated
 * @param asKnownOn null for what is known now
 * @param ruleSet a rule set to read everything by; null for the one in force when it happened
 * @param atLeastIndex an event the answer has to rest on; null for none
 * @param reviewed whether a reviewer's class counts in place of the rules' where there is one
 * @param bound dimensions whose filter the asker did not choose but is held to: what it leaves out is not told
 */
public record FigureQuestion(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        List<Dimension> groupBy,
        Map<Dimension, Set<String>> filters,
        @Nullable AsKnownOn asKnownOn,
        @Nullable Integer ruleSet,
        @Nullable Long atLeastIndex,
        Set<Dimension> bound,
        boolean reviewed) {
    /** Everything known now, in one row. */
    public static final FigureQuestion ALL =
            new FigureQuestion(null, null, List.of(), Map.of(), null, null, null, Set.of(), false);

    public FigureQuestion {
        groupBy = List.copyOf(new LinkedHashSet<>(groupBy));
        filters = Map.copyOf(filters);
        bound = Set.copyOf(bound);
    }

    /** Of somebody who may ask about everything. */
    public FigureQuestion(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            List<Dimension> groupBy,
            Map<Dimension, Set<String>> filters,
            @Nullable AsKnownOn asKnownOn,
            @Nullable Integer ruleSet,
            @Nullable Long atLeastIndex) {
        this(from, to, groupBy, filters, asKnownOn, ruleSet, atLeastIndex, Set.of(), false);
    }

    /** Everything that the basis holds, in one row. */
    public static FigureQuestion restingOn(Basis basis) {
        return new FigureQuestion(
                null, null, List.of(), Map.of(), basis.asKnownOn(), null, basis.atLeastIndex(), Set.of(), false);
    }

    /** Held to one value of the dimension, chosen or not. */
    FigureQuestion boundTo(Dimension dimension, String value) {
        FigureQuestion only = only(dimension, value);
        Set<Dimension> more = EnumSet.of(dimension);
        more.addAll(bound);
        return new FigureQuestion(from, to, groupBy, only.filters, asKnownOn, ruleSet, atLeastIndex, more, reviewed);
    }

    /** Held to what was chosen on the dimension: whether there is such a one is not told. */
    FigureQuestion keptTo(Dimension dimension) {
        Set<Dimension> more = EnumSet.of(dimension);
        more.addAll(bound);
        return new FigureQuestion(from, to, groupBy, filters, asKnownOn, ruleSet, atLeastIndex, more, reviewed);
    }

    public FigureQuestion groupedBy(Dimension... dimensions) {
        return new FigureQuestion(
                from, to, List.of(dimensions), filters, asKnownOn, ruleSet, atLeastIndex, bound, reviewed);
    }

    /** With the filter in the place of any other on the same dimension. */
    public FigureQuestion only(Dimension dimension, String... values) {
        Map<Dimension, Set<String>> narrowed = new EnumMap<>(Dimension.class);
        narrowed.putAll(filters);
        narrowed.put(dimension, Set.of(values));
        return new FigureQuestion(from, to, groupBy, narrowed, asKnownOn, ruleSet, atLeastIndex, bound, reviewed);
    }

    /** Without any filter on the dimension. */
    public FigureQuestion without(Dimension dimension) {
        Map<Dimension, Set<String>> widened = new EnumMap<>(Dimension.class);
        widened.putAll(filters);
        widened.remove(dimension);
        return new FigureQuestion(from, to, groupBy, widened, asKnownOn, ruleSet, atLeastIndex, bound, reviewed);
    }

    /** With each school that is asked for by the code that stands for it. */
    FigureQuestion bySchools(UnaryOperator<String> code) {
        Map<Dimension, Set<String>> known = new EnumMap<>(Dimension.class);
        filters.forEach((dimension, values) -> known.put(
                dimension,
                Set.of(Dimension.SCHOOL, Dimension.HOME_SCHOOL).contains(dimension)
                        ? values.stream().map(code).collect(Collectors.toSet())
                        : values));
        return new FigureQuestion(from, to, groupBy, known, asKnownOn, ruleSet, atLeastIndex, bound, reviewed);
    }

    public FigureQuestion between(@Nullable LocalDate firstDay, @Nullable LocalDate lastDay) {
        return new FigureQuestion(
                firstDay, lastDay, groupBy, filters, asKnownOn, ruleSet, atLeastIndex, bound, reviewed);
    }

    public FigureQuestion asKnownOn(@Nullable AsKnownOn moment) {
        return new FigureQuestion(from, to, groupBy, filters, moment, ruleSet, atLeastIndex, bound, reviewed);
    }

    public FigureQuestion readBy(@Nullable Integer number) {
        return new FigureQuestion(from, to, groupBy, filters, asKnownOn, number, atLeastIndex, bound, reviewed);
    }

    /** With a reviewer's class in place of the rules', or not. */
    public FigureQuestion reviewed(boolean byReviewers) {
        return new FigureQuestion(from, to, groupBy, filters, asKnownOn, ruleSet, atLeastIndex, bound, byReviewers);
    }

    boolean uses(Dimension dimension) {
        return groupBy.contains(dimension) || filters.containsKey(dimension);
    }
}
