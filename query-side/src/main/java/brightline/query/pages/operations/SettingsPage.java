package brightline.query.pages.operations;

import brightline.query.pages.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The agency's settings.
 *
 * @param version of the agency's stream, which a change is meant for; null when nothing is recorded yet
 * @param zones IANA zone names
 * @param months of the year, written {@code --08}
 * @param days of a month, written {@code -01}
 * @param lateHours hours after which an entry counts as late
 * @param smallCellThreshold counts below it are hidden in what leaves the analyst room
 * @param statistics what an expungement leaves of statistics
 * @param identifiers under which the agency stands in files of several agencies, with blanks to add some
 * @param clock how this database takes its time, in words; cannot be changed
 */
public record SettingsPage(
        @Nullable Long version,
        String name,
        List<Choice> zones,
        List<Choice> months,
        List<Choice> days,
        List<Choice> jurisdictions,
        int lateHours,
        int smallCellThreshold,
        List<Choice> statistics,
        List<String> identifiers,
        String clock) {

    public SettingsPage {
        zones = List.copyOf(zones);
        months = List.copyOf(months);
        days = List.copyOf(days);
        jurisdictions = List.copyOf(jurisdictions);
        statistics = List.copyOf(statistics);
        identifiers = List.copyOf(identifiers);
    }

    public boolean first() {
        return version == null;
    }
}
