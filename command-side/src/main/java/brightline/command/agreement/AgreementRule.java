package brightline.command.agreement;

import brightline.command.submission.Rule;
import org.jspecify.annotations.Nullable;

/** What can refuse a command about an agreement's text and rule set. The rules are ours: they keep the record coherent. */
public enum AgreementRule implements Rule {
    VERSIONS_COUNT_UP(
            "versions-count-up",
            "The next version bears another number, or this one says something else",
            "Give the new text the number after the last version."),
    VERSION_UNKNOWN("version-unknown", "The agreement has no such version", "Write the version down first."),
    /** One text at a time. */
    VERSIONS_OVERLAP(
            "versions-overlap",
            "Another version of it is in effect on one of these days",
            "End the earlier version before the new one takes effect."),
    RULE_SET_PROPOSED_ALREADY(
            "rule-set-proposed-already", "The rule set was proposed on another day", "Look up the proposal: it stays."),
    RULE_SET_NOT_PROPOSED(
            "rule-set-not-proposed",
            "Nobody proposed this rule set",
            "Propose the rule set first, so that it can be tested."),
    RULE_SET_NOT_TESTED(
            "rule-set-not-tested",
            "The proposed rule set was not run over recorded contacts",
            "Run it over recorded contacts and record what changed before it is approved."),
    RULE_SET_APPROVED_ALREADY(
            "rule-set-approved-already",
            "The rule set was approved on another day or by others",
            "Look up the approval: it stays."),
    /** What was proposed is read by many; it binds once it is approved. */
    RULE_SET_NOT_APPROVED(
            "rule-set-not-approved",
            "The proposed rule set is not approved",
            "Have the parties approve the rule set before it binds.");

    private final String code;
    private final String title;
    private final String action;

    AgreementRule(String code, String title, String action) {
        this.code = code;
        this.title = title;
        this.action = action;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String title() {
        return title;
    }

    @Override
    public @Nullable String source() {
        return null;
    }

    @Override
    public String action() {
        return action;
    }
}
