package brightline.query.caseload;

import brightline.query.figures.FigureRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Warns of what is missing in more than 5 percent. */
final class Missing {
    private Missing() {}

    /** @param shares the measures that are shares of what is missing, each with what is missing in words */
    static List<String> remarks(List<FigureRow> rows, Map<String, String> shares) {
        return new TreeMap<>(shares)
                .entrySet().stream()
                        .filter(share -> rows.stream()
                                .anyMatch(row -> row.measure(share.getKey()).isAboveFivePercent()))
                        .map(share -> share.getValue()
                                + " is missing in more than 5 percent. These are out of the shares that need it.")
                        .toList();
    }
}
