package brightline.query.figures;

import brightline.edge.access.AccountRole;
import brightline.edge.access.CurrentActor;
import brightline.edge.problem.ProblemException;
import brightline.events.code.CodeLists;
import brightline.events.rules.RuleSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/** Reads a question from a request's parameters, and says what is wrong with all of them at once. */
public final class FigureRequest {
    private static final int LONGEST = 2_000;

    private final Parameters parameters;
    private final CodeLists lists;

    private FigureRequest(MultiValueMap<String, String> parameters, CodeLists lists) {
        this.parameters = new Parameters(parameters);
        this.lists = lists;
    }

    /**
     * The question of a request. An officer's own account is answered about that officer only.
     *
     * @throws ProblemException 400, naming each parameter that is not right
     */
    public static FigureQuestion read(MultiValueMap<String, String> parameters, CodeLists lists, CurrentActor actor) {
        return ownOnly(new FigureRequest(parameters, lists).question(), actor);
    }

    /** The question as far as the actor may ask it: all of it, or for an officer's own account the own record. */
    public static FigureQuestion ownOnly(FigureQuestion question, CurrentActor actor) {
        if (actor.role() != AccountRole.SRO) {
            return question;
        }
        return question.boundTo(
                Dimension.OFFICER,
                actor.officerId() == null ? "no officer" : actor.officerId().toString());
    }

    private FigureQuestion question() {
        LocalDate from = parameters.one("from", Times::day, Times.DAY);
        LocalDate to = parameters.one("to", Times::day, Times.DAY);
        if (from != null && to != null && from.isAfter(to)) {
            parameters.wrong("to", "before-from", "must not be before from");
        }
        AsKnownOn asKnownOn = parameters.asKnownOn();
        Integer ruleSet = parameters.one("ruleSet", Integer::valueOf, "a number");
        if (ruleSet != null && RuleSet.installed().stream().noneMatch(set -> set.number() == ruleSet)) {
            parameters.wrong("ruleSet", "unknown-rule-set", "is not installed");
        }
        Long index = parameters.atLeastIndex();
        List<Dimension> groupBy = groupBy();
        Map<Dimension, Set<String>> filters = filters();
        parameters.refuseWrong();
        return new FigureQuestion(from, to, groupBy, filters, asKnownOn, ruleSet, index);
    }

    private List<Dimension> groupBy() {
        List<Dimension> found = new ArrayList<>();
        for (String name : values("groupBy")) {
            Dimension.named(name)
                    .ifPresentOrElse(
                            found::add,
                            () -> parameters.wrong(
                                    "groupBy", "unknown-group", "must be of " + String.join(", ", dimensionNames())));
        }
        return found;
    }

    private Map<Dimension, Set<String>> filters() {
        Map<Dimension, Set<String>> found = new EnumMap<>(Dimension.class);
        for (String name : parameters.names()) {
            if (Set.of("from", "to", "asKnownOn", "ruleSet", "atLeastIndex", "groupBy")
                    .contains(name)) {
                continue;
            }
            Dimension dimension = Dimension.named(name).orElse(null);
            if (dimension == null) {
                parameters.unknown();
                continue;
            }
            List<String> values = values(name);
            if (values.stream().allMatch(value -> dimension.accepts(value, lists))) {
                if (!values.isEmpty()) {
                    found.put(dimension, new LinkedHashSet<>(values));
                }
            } else {
                parameters.wrong(name, "unknown-value", "holds a value that is not one of its own");
            }
        }
        return found;
    }

    private List<String> values(String name) {
        List<String> given = parameters.values(name);
        if (given.stream().mapToInt(String::length).sum() > LONGEST) {
            parameters.wrong(name, "too-long", "is too long");
            return List.of();
        }
        return given.stream()
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static List<String> dimensionNames() {
        return Arrays.stream(Dimension.values()).map(Dimension::parameter).toList();
    }
}
