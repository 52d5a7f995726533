package brightline.query.pages.counting;

import brightline.events.code.ActionLevel;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.code.Tier;
import brightline.events.rules.InvolvementClass;
import brightline.events.rules.Rule;
import brightline.events.rules.RuleSet;
import brightline.query.pages.ClassWords;
import brightline.query.pages.RuleWords;
import brightline.query.pages.dashboard.Figure.Definition;
import brightline.query.pages.dashboard.Measures;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How figures are counted: the rules in words, the classes, what conduct and actions are, the measures and where they come from.
 *
 * @param rules of all installed rule sets together, in the order in which they are tried
 * @param onlyIn the rules that not every set has
 * @param classes in the order of their weight
 * @param conduct how serious conduct can be, with examples
 * @param actions how far an officer can go, with examples
 * @param measures all of them
 */
public record HowWeCountPage(
        List<RuleLine> rules,
        List<RuleLine> onlyIn,
        List<ClassLine> classes,
        List<Level> conduct,
        List<Level> actions,
        List<Definition> measures) {
    private static final int EXAMPLES = 4;

    /**
     * A rule.
     *
     * @param rule its order, such as R13
     * @param sets numbers of the sets that hold it, in words
     * @param everywhere whether every set holds it
     * @param marked whether it is behind the first figure: school discipline handled by police
     */
    public record RuleLine(
            String rule, String when, String classText, String sets, boolean everywhere, boolean marked) {}

    /** A class. @param counted whether it is in the whole that shares are taken of */
    public record ClassLine(String name, boolean counted) {}

    /** A level of conduct or of action in words. @param code as figures and files write it */
    public record Level(String code, String name, List<String> examples) {}

    /** As it holds on the day. */
    public static HowWeCountPage on(LocalDate today) {
        List<RuleSet> sets = RuleSet.installed();
        RuleSet fullest = sets.getLast();
        List<RuleLine> rules = Stream.concat(
                        fullest.rules().stream(),
                        sets.stream()
                                .flatMap(set -> set.rules().stream())
                                .filter(rule -> !holds(fullest, rule.order())))
                .map(rule -> line(rule, sets))
                .distinct()
                .toList();
        return new HowWeCountPage(
                rules,
                rules.stream().filter(rule -> !rule.everywhere()).toList(),
                Arrays.stream(InvolvementClass.values())
                        .map(one -> new ClassLine(ClassWords.of(one), one.inDenominator()))
                        .toList(),
                Arrays.stream(Tier.values())
                        .filter(tier -> tier != Tier.MISSING)
                        .map(tier -> new Level(
                                tier.toString(),
                                ClassWords.tier(tier),
                                examples("cps-scc", today, entry -> entry.tier() == tier)))
                        .toList(),
                Arrays.stream(ActionLevel.values())
                        .filter(level -> level != ActionLevel.MISSING)
                        .map(level -> new Level(
                                level.toString(),
                                ClassWords.level(level),
                                examples("police-action", today, entry -> entry.level() == level)))
                        .toList(),
                Measures.ALL);
    }

    private static RuleLine line(Rule rule, List<RuleSet> sets) {
        List<RuleSet> holding =
                sets.stream().filter(set -> holds(set, rule.order())).toList();
        return new RuleLine(
                rule.order(),
                RuleWords.of(rule.order()),
                ClassWords.of(rule.involvementClass()),
                holding.size() == sets.size()
                        ? "Every set"
                        : "Only set " + holding.getFirst().number(),
                holding.size() == sets.size(),
                rule.involvementClass() == InvolvementClass.ROUTINE_DISCIPLINE);
    }

    private static boolean holds(RuleSet set, String order) {
        return set.rules().stream().anyMatch(rule -> rule.order().equals(order));
    }

    private static List<String> examples(String list, LocalDate today, Predicate<CodeEntry> of) {
        return CodeLists.standard().validOn(list, today).stream()
                .filter(of)
                .map(CodeEntry::name)
                .limit(EXAMPLES)
                .toList();
    }
}
