package brightline.command.submission;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A rule that can refuse a command. Implemented by one enum per capability, whose constants' names are the codes. */
public interface Rule {
    /**
     * What people are told of a rule.
     *
     * @param title the rule in a few words
     * @param source where the rule is written; null when it is only ours
     * @param action what can be done instead
     */
    record Words(String title, @Nullable String source, String action) {}

    /** As the constant is called. */
    String name();

    Words words();

    /** Stable, in lower case with dashes: the end of the problem's type. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The refusal of a command that breaks this rule. */
    default CommandRejected broken() {
        return new CommandRejected(this);
    }

    /** The same where the rule minds these fields. */
    default CommandRejected broken(Findings fields) {
        return new CommandRejected(this, fields.all());
    }
}
