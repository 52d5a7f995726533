package brightline.query.figures;

import brightline.edge.access.AccountRole;
import brightline.edge.access.CurrentActor;
import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.code.CodeLists;
import brightline.events.rules.RuleSet;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads a question from a request's parameters, and says what is wrong with all of them at once. */
public final class FigureRequest {
    private static final int LONGEST = 2_000;

    private final MultiValueMap<String, String> parameters;
    private final CodeLists lists;
    private final List<FieldProblem> errors = new ArrayList<>();

    private FigureRequest(MultiValueMap<String, String> parameters, CodeLists lists) {
        this.parameters = parameters;
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
        LocalDate from = one("from", Times::day, Times.DAY);
        LocalDate to = one("to", Times::day, Times.DAY);
        if (from != null && to != null && from.isAfter(to)) {
            wrong("to", "before-from", "must not be before from");
        }
        AsKnownOn asKnownOn = one("asKnownOn", AsKnownOn::of, Times.DAY_OR_MOMENT);
        Integer ruleSet = one("ruleSet", Integer::valueOf, "a number");
        if (ruleSet != null && RuleSet.installed().stream().noneMatch(set -> set.number() == ruleSet)) {
            wrong("ruleSet", "unknown-rule-set", "is not installed");
        }
        Long index = one("atLeastIndex", Long::valueOf, "a number");
        if (index != null && index < 0) {
            wrong("atLeastIndex", "wrong-value", "must not be negative");
        }
        List<Dimension> groupBy = groupBy();
        Map<Dimension, Set<String>> filters = filters();
        if (!errors.isEmpty()) {
            throw new ProblemException(Problem.invalid(errors));
        }
        return new FigureQuestion(from, to, groupBy, filters, asKnownOn, ruleSet, index);
    }

    private <T> @Nullable T one(String name, Function<String, T> read, String form) {
        List<String> values = parameters.getOrDefault(name, List.of());
        if (values.isEmpty() || values.size() == 1 && values.getFirst().isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            wrong(name, "given-twice", "must be given once");
            return null;
        }
        try {
            return read.apply(values.getFirst());
        } catch (DateTimeParseException | IllegalArgumentException _) {
            wrong(name, "wrong-value", "must be " + form);
            return null;
        }
    }

    private List<Dimension> groupBy() {
        List<Dimension> found = new ArrayList<>();
        for (String name : values("groupBy")) {
            Dimension.named(name)
                    .ifPresentOrElse(
                            found::add,
                            () -> wrong(
                                    "groupBy", "unknown-group", "must be of " + String.join(", ", dimensionNames())));
        }
        return found;
    }

    private Map<Dimension, Set<String>> filters() {
        Map<Dimension, Set<String>> found = new EnumMap<>(Dimension.class);
        for (String name : parameters.keySet()) {
            if (Set.of("from", "to", "asKnownOn", "ruleSet", "atLeastIndex", "groupBy")
                    .contains(name)) {
                continue;
            }
            Dimension dimension = Dimension.named(name).orElse(null);
            if (dimension == null) {
                errors.add(new FieldProblem("", "unknown-parameter", "a parameter is not known here"));
                continue;
            }
            List<String> values = values(name);
            if (values.stream().allMatch(value -> dimension.accepts(value, lists))) {
                if (!values.isEmpty()) {
                    found.put(dimension, new LinkedHashSet<>(values));
                }
            } else {
                wrong(name, "unknown-value", "holds a value that is not one of its own");
            }
        }
        return found;
    }

    private List<String> values(String name) {
        List<String> given = parameters.getOrDefault(name, List.of());
        if (given.stream().mapToInt(String::length).sum() > LONGEST) {
            wrong(name, "too-long", "is too long");
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

    private void wrong(String parameter, String code, String reason) {
        errors.add(new FieldProblem("?" + parameter, code, reason));
    }
}
