package brightline.command.submission;

/** A rule refuses the command; nothing was recorded. */
public final class CommandRejected extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Rule rule;

    public CommandRejected(Rule rule) {
        super(rule.code(), null, false, false);
        this.rule = rule;
    }

    public Rule rule() {
        return rule;
    }
}
