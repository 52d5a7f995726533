package brightline.benchmark;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of a bench: what was measured, beside the baseline of the same run.
 *
 * @param bench name of the bench
 * @param unit such as {@code 1/s} or {@code ms}
 * @param baseline what the value is compared with
 */
record Figure(String bench, String figure, double value, String unit, String baseline, double baselineValue) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** One JSON object on one line; numbers to four significant digits, the ratio that of the numbers shown. */
    String line() {
        double shown = rounded(value);
        double shownBaseline = rounded(baselineValue);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("bench", bench);
        line.put("figure", figure);
        line.put("value", shown);
        line.put("unit", unit);
        line.put("baseline", baseline);
        line.put("baselineValue", shownBaseline);
        line.put("ratio", rounded(shown / shownBaseline));
        return JSON.writeValueAsString(line);
    }

    private static double rounded(double number) {
        return new java.math.BigDecimal(number)
                .round(new java.math.MathContext(4))
                .doubleValue();
    }
}
