package brightline.events.deadline;

import brightline.events.Code;
import brightline.events.code.ShippedTable;
import brightline.events.deadline.DeadlineRule.Trigger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The table of deadlines, {@code deadline_rules.csv}: dated rows with their source and how sure it is. */
public final class DeadlineRules {
    private static final List<DeadlineRule> STANDARD =
            ShippedTable.read(DeadlineRules.class, "deadline_rules.csv").stream()
                    .map(DeadlineRules::rule)
                    .toList();

    private DeadlineRules() {}

    /** All rows shipped with this release, in their order. */
    public static List<DeadlineRule> standard() {
        return STANDARD;
    }

    /** The row of that code; empty if there is none. */
    public static Optional<DeadlineRule> named(String rule) {
        return STANDARD.stream().filter(one -> one.rule().equals(rule)).findFirst();
    }

    private static DeadlineRule rule(Map<String, String> row) {
        String conduct = row.getOrDefault("conduct", "");
        String validTo = row.getOrDefault("valid_to", "");
        return new DeadlineRule(
                row.getOrDefault("rule", ""),
                row.getOrDefault("title", ""),
                row.getOrDefault("jurisdiction", ""),
                Trigger.valueOf(row.getOrDefault("trigger", "")),
                conduct.isEmpty()
                        ? Set.of()
                        : Arrays.stream(conduct.split("\\|", -1)).map(Code::of).collect(Collectors.toSet()),
                row.getOrDefault("due", ""),
                row.getOrDefault("responsible", ""),
                row.getOrDefault("source", ""),
                row.getOrDefault("verification", ""),
                row.getOrDefault("on", "").equals("yes"),
                LocalDate.parse(row.getOrDefault("valid_from", "")),
                validTo.isEmpty() ? null : LocalDate.parse(validTo));
    }
}
