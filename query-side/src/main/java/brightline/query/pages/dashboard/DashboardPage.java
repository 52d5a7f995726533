package brightline.query.pages.dashboard;

import brightline.query.pages.Choice;
import java.util.List;

/**
 * The analyst's dashboard.
 *
 * @param scope what the figures are about, in words: period, school, capacity, rule set and agreement, as known on
 * @param notes what must be known to read the figures: NONE IN FORCE, parked events, assumptions of imports
 * @param counts the three counts that are always kept apart
 * @param figures in reading order
 */
public record DashboardPage(Filters filters, Scope scope, List<String> notes, Counts counts, List<Figure> figures) {

    /**
     * The filters as the form shows them. Texts are what the query took, empty for no limit.
     *
     * @param from first day, ISO
     * @param to last day, ISO
     * @param asKnownOn an ISO day or instant
     */
    public record Filters(
            String from,
            String to,
            String asKnownOn,
            List<Choice> schools,
            List<Choice> capacities,
            List<Choice> ruleSets,
            List<Choice> groupings) {}

    /** @param agreement name and version of the agreement in force, or NONE IN FORCE */
    public record Scope(
            String period, String school, String capacity, String ruleSet, String agreement, String asKnownOn) {}

    /** Incidents, officer-student involvements, and distinct students. */
    public record Counts(long incidents, long involvements, long students) {
        public boolean none() {
            return involvements == 0;
        }
    }
}
