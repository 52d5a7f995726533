package brightline.query.pages.operations;

import brightline.query.pages.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agency's settings.
 *
 * @param version of the agency's stream, which a change is meant for; null when nothing is recorded yet
 * @param zones IANA zone names
 * @param schoolYearStart month and day, written {@code --08-01}
 * @param lateHours hours after which an entry counts as late
 * @param smallCellThreshold counts below it are hidden in what leaves the analyst room
 * @param statistics what an expungement leaves of statistics
 * @param clock how this database takes its time, in words; cannot be changed
 */
public record SettingsPage(
        @Nullable Long version,
        String name,
        List<Choice> zones,
        String schoolYearStart,
        List<Choice> jurisdictions,
        int lateHours,
        int smallCellThreshold,
        List<Choice> statistics,
        String clock) {

    public boolean first() {
        return version == null;
    }
}
