package brightline.command.register;

import brightline.edge.problem.RuleRefusal;
import org.jspecify.annotations.Nullable;

/** A rule refuses a command. */
public final class ReferenceRefusal extends RuntimeException implements RuleRefusal {
    private static final long serialVersionUID = 1L;

    private final ReferenceRule rule;

    ReferenceRefusal(ReferenceRule rule) {
        super(rule.code(), null, false, false);
        this.rule = rule;
    }

    public ReferenceRule rule() {
        return rule;
    }

    @Override
    public String code() {
        return rule.code();
    }

    @Override
    public @Nullable String source() {
        return null;
    }

    @Override
    public String action() {
        return rule.action();
    }
}
