package brightline.command.submission;

import org.jspecify.annotations.Nullable;

/** A rule that can refuse a command. Implemented by one enum per capability. */
public interface Rule {
    /** Stable, in lower case with dashes: the end of the problem's type. */
    String code();

    /** The rule in a few words, for people. */
    String title();

    /** Where the rule is written; null when it is only ours. */
    @Nullable
    String source();

    /** What can be done instead. */
    String action();

    /** The refusal of a command that breaks this rule. */
    default CommandRejected broken() {
        return new CommandRejected(this);
    }
}
