package brightline.query.figures;

import brightline.events.measure.Proportion;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of an answer.
 *
 * @param group the value of each dimension grouped by; null is missing
 * @param labels names of the values that are codes or ids, as far as they have one
 * @param count what is counted, in the unit the figure's definition names
 * @param counts further counts by name
 * @param measures shares by name, the headline first; empty where the figure only counts
 * @param values further numbers by name, such as hours; null of nothing
 */
public record FigureRow(
        Map<Dimension, @Nullable String> group,
        Map<Dimension, String> labels,
        long count,
        Map<String, Long> counts,
        Map<String, Proportion> measures,
        Map<String, @Nullable BigDecimal> values) {
    public FigureRow {
        group = Collections.unmodifiableMap(new LinkedHashMap<>(group));
        labels = Map.copyOf(labels);
        counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A row of counts and shares. */
    public FigureRow(
            Map<Dimension, @Nullable String> group,
            Map<Dimension, String> labels,
            long count,
            Map<String, Long> counts,
            Map<String, Proportion> measures) {
        this(group, labels, count, counts, measures, Map.of());
    }

    /** The group's value on a dimension; null if it is missing or the rows are not grouped by it. */
    public @Nullable String value(Dimension dimension) {
        return group.get(dimension);
    }

    /**
     * A measure by name.
     *
     * @throws IllegalArgumentException if the figure has none of that name
     */
    public Proportion measure(String name) {
        Proportion measure = measures.get(name);
        if (measure == null) {
            throw new IllegalArgumentException("No measure " + name);
        }
        return measure;
    }

    /** What the headline share is taken of; where the figure only counts, what it counts. */
    long base() {
        return measures.isEmpty() ? count : measures.values().iterator().next().denominator();
    }

    /** A further count by name; 0 if there is none. */
    public long count(String name) {
        return counts.getOrDefault(name, 0L);
    }
}
