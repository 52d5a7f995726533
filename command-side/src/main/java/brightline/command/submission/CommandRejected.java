package brightline.command.submission;

import brightline.edge.problem.FieldProblem;
import java.util.List;

/** A rule refuses the command; nothing was recorded. */
public final class CommandRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rule rule;
    private final transient List<FieldProblem> fields;

    public CommandRejected(Rule rule) {
        this(rule, List.of());
    }

    /** @param fields the ones the rule minds; none when it minds the whole */
    public CommandRejected(Rule rule, List<FieldProblem> fields) {
        super(rule.code(), null, false, false);
        this.rule = rule;
        this.fields = List.copyOf(fields);
    }

    public Rule rule() {
        return rule;
    }

    /** The fields the rule minds; empty when it minds the whole. */
    public List<FieldProblem> fields() {
        return fields;
    }
}
