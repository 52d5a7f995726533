package brightline.query.pages.dashboard;

import brightline.edge.access.CurrentActor;
import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.ProblemException;
import brightline.events.code.CodeLists;
import brightline.query.figures.Dimension;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureRequest;
import brightline.query.pages.Moment;
import brightline.query.pages.TypedMoment;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What the reader chose.
 *
 * @param sent every filter's text by name, empty where it was left out
 * @param question as far as the actor may ask it; null when a filter is wrong
 * @param groupBy null where the reader left the grouping to the page
 * @param errors what is wrong with a filter in the page's words, by its name
 */
record DashboardChoice(
        Map<String, String> sent,
        @Nullable FigureQuestion question,
        @Nullable Dimension groupBy,
        Map<String, String> errors) {
    /** Stands for every assignment: without a choice the figures are of school resource officers. */
    static final String ALL_ASSIGNMENTS = "ALL";

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

    static final String GROUP_BY = "groupBy";
    private static final String AS_KNOWN_ON = "asKnownOn";
    private static final List<String> FILTERS = Stream.concat(
                    Stream.of("from", "to"),
                    Stream.concat(
                            Arrays.stream(Dimension.values()).map(Dimension::parameter),
                            Stream.of("ruleSet", AS_KNOWN_ON, GROUP_BY)))
            .toList();

    DashboardChoice {
        sent = Map.copyOf(sent);
        errors = Map.copyOf(errors);
    }

    /** Reads a request; what is blank was not chosen, and parameters that are no filters are passed over. */
    static DashboardChoice read(
            MultiValueMap<String, String> parameters, CodeLists lists, CurrentActor actor, ZoneId zone) {
        Map<String, String> sent = new LinkedHashMap<>();
        MultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
        for (String name : FILTERS) {
            String text =
                    String.join(",", parameters.getOrDefault(name, List.of())).strip();
            if (name.equals(AS_KNOWN_ON)) {
                // Typed as people type it, kept as addresses hold it.
                text = TypedMoment.known(text, zone).map(Object::toString).orElse(text);
            }
            sent.put(name, text);
            if (!text.isEmpty() && !name.equals(GROUP_BY) && !text.equals(ALL_ASSIGNMENTS)) {
                asked.add(name, text);
            }
        }
        Map<String, String> errors = new LinkedHashMap<>();
        Dimension groupBy = null;
        String grouping = sent.getOrDefault(GROUP_BY, "");
        if (!grouping.isEmpty()) {
            groupBy = Dimension.named(grouping).filter(GROUPINGS::contains).orElse(null);
            if (groupBy == null) {
                errors.put(GROUP_BY, "Choose one of the list: figures cannot be shown by what the address asks for.");
            }
        }
        FigureQuestion question = null;
        try {
            question = FigureRequest.read(asked, lists, actor);
        } catch (ProblemException wrong) {
            errors.putAll(inPageWords(wrong));
        }
        return new DashboardChoice(sent, errors.isEmpty() ? question : null, groupBy, errors);
    }

    /** The same choice with what else is wrong with it. */
    DashboardChoice refused(ProblemException wrong) {
        Map<String, String> more = new LinkedHashMap<>(errors);
        more.putAll(inPageWords(wrong));
        return new DashboardChoice(sent, null, groupBy, more);
    }

    /** The filter's text as it was sent; empty where it was left out. */
    String text(String filter) {
        return sent.getOrDefault(filter, "");
    }

    /** What the question is asked of, as a field shows it; what was sent where it is no moment. */
    String knownOn(ZoneId zone) {
        return TypedMoment.known(text(AS_KNOWN_ON), zone)
                .map(known -> Moment.words(known, zone))
                .orElse(text(AS_KNOWN_ON));
    }

    /** The values of the filter as they were sent. */
    List<String> values(String filter) {
        return Arrays.stream(text(filter).split(",", -1))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    /** Whether the reader left the assignment open. */
    boolean leavesAssignmentOpen() {
        return text(Dimension.OFFICER_CAPACITY.parameter()).isEmpty();
    }

    /** A path with this choice behind it. @param changed filters to be sent otherwise, name and value in turn */
    String at(String path, String... changed) {
        Map<String, String> all = new LinkedHashMap<>();
        FILTERS.forEach(name -> all.put(name, text(name)));
        for (int i = 0; i < changed.length; i += 2) {
            all.put(changed[i], changed[i + 1]);
        }
        List<String> parts = new ArrayList<>();
        all.forEach((name, value) -> {
            if (!value.isEmpty()) {
                parts.add(name + "="
                        + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%2C", ","));
            }
        });
        return parts.isEmpty() ? path : path + "?" + String.join("&", parts);
    }

    private static Map<String, String> inPageWords(ProblemException wrong) {
        return wrong.problem().errors().stream()
                .collect(Collectors.toMap(
                        error -> error.pointer().replace("?", ""),
                        DashboardChoice::inPageWords,
                        (one, _) -> one,
                        LinkedHashMap::new));
    }

    private static String inPageWords(FieldProblem error) {
        return switch (error.pointer()) {
            case "?from" -> "Enter the first day as a date.";
            case "?to" ->
                error.code().equals("before-from")
                        ? "The last day must not be before the first day."
                        : "Enter the last day as a date.";
            case "?asKnownOn" -> TypedMoment.NONE;
            case "?ruleSet" -> "Choose one of the list: there is no such rule set.";
            case "?school", "?homeSchool" ->
                "No school is on record under the code in the address. Choose from the list.";
            default -> "Choose one of the list: the code in the address is not one of them.";
        };
    }
}
