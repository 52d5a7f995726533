package brightline.query.audit;

import brightline.events.ComparisonForm;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The record of another system that an imported contact was taken from.
 *
 * @param source the system or agency, as the file names it
 * @param id the source's id of the incident
 */
record SourceRecord(String source, String id) {
    private static final Pattern KEY = Pattern.compile("(?s)([^|]*)\\|(.+)\\|[^|]*");

    /** @param key of a line as its event has it, {@code source|record|number of the student in it}; empty where it is another's */
    static Optional<SourceRecord> of(String key) {
        Matcher parts = KEY.matcher(key);
        return parts.matches() ? Optional.of(new SourceRecord(parts.group(1), parts.group(2))) : Optional.empty();
    }

    /** Under what a contact of this key can be looked up, as numbers are compared. */
    static Set<String> compared(String key) {
        return of(key).map(record -> Set.of(
                        ComparisonForm.of(record.id),
                        ComparisonForm.of(record.source + "|" + record.id),
                        ComparisonForm.of(key)))
                .orElseGet(() -> Set.of(ComparisonForm.of(key)));
    }
}
