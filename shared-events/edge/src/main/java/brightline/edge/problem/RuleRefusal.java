package brightline.edge.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An exception that says which rule of the domain refuses a command; answered with 409 and the rule's code as type. */
public interface RuleRefusal {
    /** The rule's stable code, such as {@code pre-arrest-alternative-before-custody}. */
    String code();

    /** Where the rule is written; null when it is nobody's but ours. */
    @Nullable
    String source();

    /** What can be done instead; null when nothing. */
    @Nullable
    String action();

    /** The rule in a few words, the same each time. */
    default String title() {
        return "Refused by a rule";
    }

    /** The fields the rule minds; empty when it minds the whole. */
    default List<FieldProblem> errors() {
        return List.of();
    }
}
