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
 * @param officers officers to log for; empty when the reader logs for themselves only, or the roster is empty
 * @param reader what the reader may do here
 * @param underAgreement whether an agreement is in force on that day
 */
public record EntryPage(
        ZoneId zone,
        String now,
        List<Choice> schools,
        List<Choice> officers,
        EntryLists lists,
        Reader reader,
        boolean underAgreement) {

    /** @param now the agency's local time */
    public static EntryPage at(
            ZoneId zone,
            LocalDateTime now,
            List<Choice> schools,
            List<Choice> officers,
            EntryLists lists,
            Reader reader,
            boolean underAgreement) {
        return new EntryPage(
                zone, now.truncatedTo(ChronoUnit.MINUTES).toString(), schools, officers, lists, reader, underAgreement);
    }

    /** Whether nothing can be recorded, since a contact is an officer's and nobody is on the roster. */
    public boolean withoutOfficers() {
        return !reader.officer() && officers.isEmpty();
    }

    /**
     * What the reader may do here.
     *
     * @param officer logs the own contacts; otherwise each entry names its officer
     * @param lookup may look students up
     * @param cases may open a case
     * @param imports may import rosters and schools
     */
    public record Reader(boolean officer, boolean lookup, boolean cases, boolean imports) {}
}
