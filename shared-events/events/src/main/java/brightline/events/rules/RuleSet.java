package brightline.events.rules;

import brightline.events.InvolvementRole;
import brightline.events.Stated;
import brightline.events.code.ActionLevel;
import brightline.events.code.ShippedTable;
import brightline.events.code.Tier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The ordered rules an agreement goes by; the first that matches gives the class (measure M2).
 *
 * @param number what agreements and stored classes call it
 */
public record RuleSet(int number, List<Rule> rules) {

    private static final List<RuleSet> INSTALLED =
            List.of(shipped(1, "routine_rules.csv"), shipped(2, "routine_rules_2.csv"));

    public RuleSet {
        rules = List.copyOf(rules);
    }

    /**
     * The installed set of that number.
     *
     * @throws IllegalArgumentException when none is installed; the message names those that are
     */
    public static RuleSet of(int number) {
        return INSTALLED.stream()
                .filter(set -> set.number == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Rule set " + number + " is not installed; installed: "
                        + INSTALLED.stream()
                                .map(set -> String.valueOf(set.number))
                                .collect(Collectors.joining(", "))));
    }

    /** All installed sets by number, the lowest first. */
    public static List<RuleSet> installed() {
        return INSTALLED;
    }

    /**
     * The class of one phase taken alone.
     *
     * @throws IllegalStateException when no rule matches; the installed sets leave nothing out
     */
    public Classification classify(ClassifierInput input) {
        Rule rule = firstMatch(input);
        return new Classification(rule.involvementClass(), rule.order(), rule.reason(), number);
    }

    Rule firstMatch(ClassifierInput input) {
        for (Rule rule : rules) {
            if (rule.matches(input)) {
                return rule;
            }
        }
        throw new IllegalStateException("Rule set " + number + " has no rule for " + input);
    }

    private static RuleSet shipped(int number, String table) {
        return new RuleSet(
                number,
                ShippedTable.read(RuleSet.class, table).stream()
                        .map(RuleSet::rule)
                        .toList());
    }

    private static Rule rule(Map<String, String> row) {
        return new Rule(
                row.getOrDefault("order", ""),
                cell(row, "role", InvolvementRole::valueOf),
                cell(row, "conduct_tier", Tier::of),
                cell(row, "imminent_threat", text -> Stated.valueOf(text.toUpperCase(Locale.ROOT))),
                cell(row, "initiator", Function.identity()),
                cell(row, "action_level", ActionLevel::of),
                onlyVoided(row.getOrDefault("extra", "")),
                InvolvementClass.valueOf(row.getOrDefault("class", "")),
                row.getOrDefault("reason", ""));
    }

    private static <T> Set<T> cell(Map<String, String> row, String column, Function<String, T> read) {
        String cell = row.getOrDefault(column, "");
        return cell.equals("any")
                ? Set.of()
                : Arrays.stream(cell.split("\\|", -1)).map(read).collect(Collectors.toUnmodifiableSet());
    }

    private static boolean onlyVoided(String extra) {
        return switch (extra) {
            case "" -> false;
            case "voided=yes" -> true;
            default -> throw new IllegalStateException("A rule asks for what nobody records: " + extra);
        };
    }
}
