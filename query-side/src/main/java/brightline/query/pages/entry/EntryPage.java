package brightline.query.pages.entry;

import brightline.query.pages.Choice;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What the entry form needs before anything is typed.
 *
 * @param zone the agency's zone, in which times are typed and shown
 * @param now the agency's local time to begin with, as a datetime-local field writes it, to the minute
 * @param schools every school, the reader's own selected when there is one; value is the school's code
 * @param officers officers to log for; empty when the reader logs for themselves only
 * @param lookup whether the reader may look students up
 */
public record EntryPage(
        ZoneId zone, String now, List<Choice> schools, List<Choice> officers, EntryLists lists, boolean lookup) {

    /** @param now the agency's local time */
    public static EntryPage at(
            ZoneId zone,
            LocalDateTime now,
            List<Choice> schools,
            List<Choice> officers,
            EntryLists lists,
            boolean lookup) {
        return new EntryPage(zone, now.truncatedTo(ChronoUnit.MINUTES).toString(), schools, officers, lists, lookup);
    }
}
