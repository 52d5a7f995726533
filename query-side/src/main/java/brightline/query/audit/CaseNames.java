package brightline.query.audit;

import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts names in the place of what words leave open: {@code {officer:id}}, {@code {school:code}}, {@code {incident:id}}, {@code
 * {at:instant}}, {@code {class:NAME}}.
 *
 * @param schools names by code
 * @param officers names by id
 * @param reader how incidents, moments and classes are written for whoever reads
 */
record CaseNames(Map<String, String> schools, Map<String, String> officers, CaseReader reader) {
    private static final Pattern NAMED = Pattern.compile("\\{(officer|school|incident|at|class):([^}]*)}");

    String in(String words) {
        // A time of day ends with a period of its own, which also ends the sentence.
        return NAMED.matcher(words)
                .replaceAll(match -> Matcher.quoteReplacement(named(match.group(1), match.group(2))))
                .replace(".m..", ".m.");
    }

    private String named(String kind, String id) {
        return switch (kind) {
            case "officer" -> "Officer " + officers.getOrDefault(id, id);
            case "school" -> schools.getOrDefault(id, id);
            case "incident" -> reader.incident().apply(id);
            case "at" -> reader.moment().apply(Instant.parse(id));
            case "class" -> reader.className().apply(id);
            default -> throw new IllegalStateException("Nothing else is left open: " + kind);
        };
    }

    /** As a machine reads it: ids and stored names stay, moments are ISO. */
    static CaseNames plain(Map<String, String> schools, Map<String, String> officers) {
        return new CaseNames(
                schools,
                officers,
                new CaseReader(Instant::toString, UnaryOperator.identity(), UnaryOperator.identity()));
    }
}
