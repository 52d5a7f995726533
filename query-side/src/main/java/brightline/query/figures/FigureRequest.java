package brightline.query.figures;

import brightline.edge.access.AccountRole;
import brightline.edge.access.CurrentActor;
import brightline.edge.problem.ProblemException;
import brightline.events.code.CodeLists;
import brightline.events.rules.RuleSet;
import brightline.query.question.Basis;
import brightline.query.question.Filter;
import brightline.query.question.Parameters;
import brightline.query.question.QuestionPart;
import brightline.query.question.Questions;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import java.lang.reflect.AnnotatedElement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads what figures are asked for from a request's parameters. An officer's own account is answered about that officer only. */
@Component
public final class FigureRequest implements QuestionPart<FigureQuestion> {
    private static final int LONGEST = 2_000;
    private static final String GROUP_BY = "groupBy";
    private static final String RULES = "rules";
    private static final String REVIEWED = "reviewed";
    private static final Set<String> ABOUT_CLASSES = Set.of("ruleSet", "classBasis");

    /** What stands beside the dimensions. @param to not before {@code from} */
    record Terms(
            @Filter(value = "First day on which it happened, in the agency's zone", example = "2025-08-01") @Nullable
            LocalDate from,

            @Filter(value = "Last day", example = "2026-07-31") @Nullable
            LocalDate to,

            @Filter(
                    value = "Rule set to read by; absent for the one in force where it happened",
                    example = "1",
                    least = 1)
            @Nullable
            Integer ruleSet,

            @Filter(
                    value =
                            "By whose class: as the rules read the facts, or as a reviewer overrode them where one did; "
                                    + "absent for the rules",
                    example = RULES,
                    oneOf = {RULES, REVIEWED})
            @Nullable
            String classBasis,

            Basis basis) {}

    /**
     * The question of a request, for who has no use for a refusal of what is not asked here.
     *
     * @throws ProblemException 400, naming each parameter that is not right
     */
    public static FigureQuestion read(MultiValueMap<String, String> given, CodeLists lists, CurrentActor actor) {
        Parameters parameters = new Parameters(given);
        FigureQuestion question = question(parameters, List.of(Dimension.values()), true, lists);
        parameters.refuseWrong();
        return ownOnly(question, actor);
    }

    /**
     * The question as far as the actor may ask it: all of it, or for an officer's own account the own record. A program, which is told of
     * no officer, does not learn from a refusal either which there are.
     */
    public static FigureQuestion ownOnly(FigureQuestion question, CurrentActor actor) {
        if (actor.role() == AccountRole.PROVIDER) {
            return question.keptTo(Dimension.OFFICER);
        }
        if (actor.role() != AccountRole.SRO) {
            return question;
        }
        return question.boundTo(
                Dimension.OFFICER,
                actor.officerId() == null ? "no officer" : actor.officerId().toString());
    }

    @Override
    public Class<FigureQuestion> type() {
        return FigureQuestion.class;
    }

    @Override
    public FigureQuestion read(Parameters parameters, AnnotatedElement place) {
        return ownOnly(
                question(parameters, dimensions(place), isGrouped(place), CodeLists.standard()),
                CurrentActor.required());
    }

    @Override
    public Set<String> names() {
        Set<String> names = new HashSet<>(Questions.names(Terms.class));
        names.add(GROUP_BY);
        Arrays.stream(Dimension.values()).map(Dimension::parameter).forEach(names::add);
        return names;
    }

    @Override
    public List<Parameter> described(AnnotatedElement place) {
        List<Dimension> dimensions = dimensions(place);
        List<Parameter> described = new ArrayList<>(Questions.described(Terms.class));
        if (dimensions.size() < Dimension.values().length) {
            described.removeIf(one -> ABOUT_CLASSES.contains(one.getName()));
        }
        dimensions.stream().map(Dimension::described).forEach(described::add);
        if (isGrouped(place)) {
            described.add(new QueryParameter()
                    .name(GROUP_BY)
                    .description("Names of filters, between commas: one row for each group. Of " + names(dimensions))
                    .example(dimensions.contains(Dimension.CLASS) ? "school,class" : "school,month")
                    .schema(new JsonSchema().typesItem("string")));
        }
        return described;
    }

    private static List<Dimension> dimensions(AnnotatedElement place) {
        Limited limited = place.getAnnotation(Limited.class);
        return List.of(limited == null || limited.to().length == 0 ? Dimension.values() : limited.to());
    }

    private static boolean isGrouped(AnnotatedElement place) {
        Limited limited = place.getAnnotation(Limited.class);
        return limited == null || limited.grouped();
    }

    private static String names(List<Dimension> dimensions) {
        return dimensions.stream().map(Dimension::parameter).collect(Collectors.joining(", "));
    }

    private static FigureQuestion question(
            Parameters parameters, List<Dimension> dimensions, boolean grouped, CodeLists lists) {
        Terms terms = Questions.read(Terms.class, parameters);
        if (terms.from() != null && terms.to() != null && terms.from().isAfter(terms.to())) {
            parameters.wrong("to", "before-from", "must not be before from");
        }
        Integer ruleSet = terms.ruleSet();
        if (ruleSet != null && RuleSet.installed().stream().noneMatch(set -> set.number() == ruleSet)) {
            parameters.wrong("ruleSet", "unknown-rule-set", "is not installed");
        }
        return new FigureQuestion(
                        terms.from(),
                        terms.to(),
                        groupBy(parameters, dimensions, grouped),
                        filters(parameters, dimensions, lists),
                        terms.basis().asKnownOn(),
                        ruleSet,
                        terms.basis().atLeastIndex())
                .reviewed(REVIEWED.equals(terms.classBasis()));
    }

    private static List<Dimension> groupBy(Parameters parameters, List<Dimension> dimensions, boolean grouped) {
        if (!grouped && parameters.names().contains(GROUP_BY)) {
            parameters.wrong(GROUP_BY, "unknown-parameter", "is not taken here");
            return List.of();
        }
        List<Dimension> found = new ArrayList<>();
        for (String name : values(parameters, GROUP_BY)) {
            Dimension.named(name)
                    .filter(dimensions::contains)
                    .ifPresentOrElse(
                            found::add,
                            () -> parameters.wrong(GROUP_BY, "unknown-group", "must be of " + names(dimensions)));
        }
        return found;
    }

    private static Map<Dimension, Set<String>> filters(
            Parameters parameters, List<Dimension> dimensions, CodeLists lists) {
        Map<Dimension, Set<String>> found = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            String name = dimension.parameter();
            List<String> values = values(parameters, name);
            if (values.isEmpty()) {
                continue;
            }
            if (!dimensions.contains(dimension)) {
                parameters.wrong(name, "unknown-parameter", "is not taken here");
            } else if (values.stream().allMatch(value -> dimension.accepts(value, lists))) {
                found.put(dimension, new LinkedHashSet<>(values));
            } else {
                parameters.wrong(name, "unknown-value", "holds a value that is not one of its own");
            }
        }
        return found;
    }

    private static List<String> values(Parameters parameters, String name) {
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
}
