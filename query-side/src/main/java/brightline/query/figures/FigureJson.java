package brightline.query.figures;

import brightline.events.measure.Proportion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The form of an answer in JSON: what does not apply is absent, what is missing is null. */
public final class FigureJson {
    private FigureJson() {}

    /** The answer as objects that any mapper writes alike. */
    public static Map<String, @Nullable Object> of(FigureAnswer answer) {
        return of(answer, _ -> Map.of());
    }

    /** The same, each row with what a measure adds to it. */
    public static Map<String, @Nullable Object> of(
            FigureAnswer answer, Function<FigureRow, Map<String, @Nullable Object>> further) {
        FigureQuestion question = answer.question();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("definition", Map.of("id", answer.definition(), "edition", answer.edition()));
        json.put("ruleSet", answer.ruleSet());
        json.put(
                "agreement",
                answer.agreement() == null
                        ? null
                        : answer.agreement().agreementId().toString());
        putIfAsked(json, "from", question.from());
        putIfAsked(json, "to", question.to());
        putIfAsked(json, "asKnownOn", question.asKnownOn());
        json.put("index", answer.index());
        json.put(
                "rows",
                answer.rows().stream().map(row -> row(row, further.apply(row))).toList());
        json.put("notes", answer.notes());
        return json;
    }

    private static void putIfAsked(Map<String, @Nullable Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, value.toString());
        }
    }

    private static Map<String, @Nullable Object> row(FigureRow row, Map<String, @Nullable Object> further) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Map<String, @Nullable String> group = new LinkedHashMap<>();
        Map<String, String> labels = new LinkedHashMap<>();
        row.group().forEach((dimension, value) -> {
            group.put(dimension.parameter(), value);
            String label = row.labels().get(dimension);
            if (label != null) {
                labels.put(dimension.parameter(), label);
            }
        });
        json.put("group", group);
        json.put("labels", labels);
        json.put("count", row.count());
        json.putAll(row.counts());
        json.putAll(row.values());
        if (!row.measures().isEmpty()) {
            json.putAll(share(row.measures().values().iterator().next()));
            Map<String, Object> measures = new LinkedHashMap<>();
            row.measures().forEach((name, measure) -> measures.put(name, share(measure)));
            json.put("measures", measures);
        }
        json.put("suppressed", false);
        json.putAll(further);
        return json;
    }

    /** A share with its parts, value and interval. */
    public static Map<String, @Nullable Object> share(Proportion share) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("numerator", share.numerator());
        json.put("denominator", share.denominator());
        json.put("value", share.value());
        Proportion.Interval interval = share.interval();
        json.put("interval", interval == null ? null : new ArrayList<>(List.of(interval.low(), interval.high())));
        return json;
    }
}
