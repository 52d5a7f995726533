package brightline.command.agreement;

import brightline.command.endpoint.Refusal;
import brightline.events.rules.RuleSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the documents about agreements have in common. */
final class Texts {
    private Texts() {}

    /** Without outer blanks; none where nothing is given. */
    static List<String> stripped(@Nullable List<String> texts) {
        return texts == null ? List.of() : texts.stream().map(String::strip).toList();
    }

    /** @throws brightline.edge.problem.ProblemException 400 when no such rule set is installed */
    static int installed(int ruleSet) {
        if (RuleSet.installed().stream().noneMatch(set -> set.number() == ruleSet)) {
            throw Refusal.of("/ruleSet", "unknown-rule-set", "is not installed");
        }
        return ruleSet;
    }
}
