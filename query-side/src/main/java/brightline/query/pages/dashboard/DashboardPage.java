package brightline.query.pages.dashboard;

import brightline.query.pages.Choice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The analyst's dashboard.
 *
 * @param problem why there are no figures, where it is not a filter's fault; null when there are
 * @param scope what the figures are about, in words: period, school, capacity, rule set and agreement, as known on; null
 *     when there are none
 * @param notes what must be known to read the figures: NONE IN FORCE, parked events, assumptions of imports
 * @param counts the three counts that are always kept apart
 * @param figures in reading order
 */
public record DashboardPage(
        Filters filters,
        @Nullable String problem,
        @Nullable Scope scope,
        List<String> notes,
        Counts counts,
        List<Figure> figures) {

    /** The filters as they were sent, with no figures. */
    public static DashboardPage without(Filters filters, @Nullable String problem) {
        return new DashboardPage(filters, problem, null, List.of(), new Counts(0, 0, 0), List.of());
    }

    /**
     * The filters as the form shows them. Texts are what was sent, empty for no limit.
     *
     * @param from first day, ISO
     * @param to last day, ISO
     * @param asKnownOn an ISO day or instant
     * @param errors what is wrong with a filter, by its name
     */
    public record Filters(
            String from,
            String to,
            String asKnownOn,
            List<Choice> schools,
            List<Choice> capacities,
            List<Choice> ruleSets,
            List<Choice> groupings,
            Map<String, String> errors) {

        /** What is wrong with the filter of that name; null when nothing is. */
        public @Nullable String error(String name) {
            return errors.get(name);
        }
    }

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
