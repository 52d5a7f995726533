package brightline.query.pages.dashboard;

import brightline.edge.access.CurrentActor;
import brightline.edge.problem.ProblemException;
import brightline.events.code.CodeLists;
import brightline.query.figures.Dimension;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What the reader chose.
 *
 * @param sent every filter's text by name, empty where it was left out
 * @param question as far as the actor may ask it; null when a filter is wrong
 * @param errors what is wrong with a filter, by its name
 */
record DashboardChoice(
        Map<String, String> sent, @Nullable FigureQuestion question, Dimension groupBy, Map<String, String> errors) {
    /** Stands for every capacity: without a choice the figures are of school resource officers. */
    static final String ALL_CAPACITIES = "ALL";

    /** What the reader may group by. Officers are not set side by side. */
    static final List<Dimension> GROUPINGS = List.of(
            Dimension.SCHOOL,
            Dimension.HOME_SCHOOL,
            Dimension.OFFICER_CAPACITY,
            Dimension.MONTH,
            Dimension.SCHOOL_YEAR,
            Dimension.INITIATOR,
            Dimension.TIER,
            Dimension.GRADE_BAND);

    private static final String GROUP_BY = "groupBy";
    private static final List<String> FILTERS =
            List.of("from", "to", "school", "officerCapacity", "ruleSet", "asKnownOn", GROUP_BY);

    DashboardChoice {
        sent = Map.copyOf(sent);
        errors = Map.copyOf(errors);
    }

    /** Reads a request; what is blank was not chosen, and parameters that are no filters are passed over. */
    static DashboardChoice read(MultiValueMap<String, String> parameters, CodeLists lists, CurrentActor actor) {
        Map<String, String> sent = new LinkedHashMap<>();
        MultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
        for (String name : FILTERS) {
            String text =
                    String.join(",", parameters.getOrDefault(name, List.of())).strip();
            sent.put(name, text);
            if (!text.isEmpty() && !name.equals(GROUP_BY) && !text.equals(ALL_CAPACITIES)) {
                asked.add(name, text);
            }
        }
        Map<String, String> errors = new LinkedHashMap<>();
        Dimension groupBy = Dimension.SCHOOL;
        String grouping = sent.getOrDefault(GROUP_BY, "");
        if (!grouping.isEmpty()) {
            Dimension named = Dimension.named(grouping).orElse(groupBy);
            if (named.parameter().equals(grouping) && GROUPINGS.contains(named)) {
                groupBy = named;
            } else {
                errors.put(
                        GROUP_BY,
                        "must be one of "
                                + GROUPINGS.stream().map(Dimension::parameter).collect(Collectors.joining(", ")));
            }
        }
        FigureQuestion question = null;
        try {
            question = FigureRequest.read(asked, lists, actor);
        } catch (ProblemException wrong) {
            wrong.problem()
                    .errors()
                    .forEach(error -> errors.merge(error.pointer().replace("?", ""), error.reason(), (one, _) -> one));
        }
        return new DashboardChoice(sent, errors.isEmpty() ? question : null, groupBy, errors);
    }

    /** The filter's text as it was sent; empty where it was left out. */
    String text(String filter) {
        return sent.getOrDefault(filter, "");
    }

    /** Whether the reader left the capacity open. */
    boolean leavesCapacityOpen() {
        return text("officerCapacity").isEmpty();
    }
}
