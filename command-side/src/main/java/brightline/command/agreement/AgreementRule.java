package brightline.command.agreement;

import brightline.command.submission.Rule;

/** What can refuse a command about an agreement's text and rule set. The rules are ours: they keep the record coherent. */
public enum AgreementRule implements Rule {
    VERSIONS_COUNT_UP(
            "The next version bears another number, or this one says something else",
            "Give the new text the number after the last version."),
    VERSION_UNKNOWN("The agreement has no such version", "Write the version down first."),
    /** One text at a time. */
    VERSIONS_OVERLAP(
            "Another version of it is in effect on one of these days",
            "End the earlier version before the new one takes effect."),
    RULE_SET_PROPOSED_ALREADY("The rule set was proposed on another day", "Look up the proposal: it stays."),
    RULE_SET_NOT_PROPOSED("Nobody proposed this rule set", "Propose the rule set first, so that it can be tested."),
    RULE_SET_NOT_TESTED(
            "The proposed rule set was not run over recorded contacts",
            "Run it over recorded contacts and record what changed before it is approved."),
    RULE_SET_APPROVED_ALREADY(
            "The rule set was approved on another day or by others", "Look up the approval: it stays."),
    /** What was proposed is read by many; it binds once it is approved. */
    RULE_SET_NOT_APPROVED(
            "The proposed rule set is not approved", "Have the parties approve the rule set before it binds.");

    private final Words words;

    AgreementRule(String title, String action) {
        words = new Words(title, null, action);
    }

    @Override
    public Words words() {
        return words;
    }
}
