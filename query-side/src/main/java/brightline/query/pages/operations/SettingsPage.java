package brightline.query.pages.operations;

import brightline.query.pages.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agency's settings.
 *
 * @param version of the agency's stream, which a change is meant for; null when nothing is recorded yet
 * @param schoolYearStart month and day, for instance {@code 08-01}
 * @param zones IANA zone names
 * @param lateHours hours after which an entry counts as late
 * @param clock how this database takes its time, in words; cannot be changed
 */
public record SettingsPage(
        @Nullable Long version,
        String name,
        List<Choice> zones,
        String schoolYearStart,
        List<Choice> jurisdictions,
        int lateHours,
        String clock) {

    public boolean first() {
        return version == null;
    }
}
