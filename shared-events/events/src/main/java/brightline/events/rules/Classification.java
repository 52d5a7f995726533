package brightline.events.rules;

/**
 * A class, and which rule gave it for what reason.
 *
 * @param rule the rule's order in its set, such as R13
 * @param reason code of the reason, such as POLICE_POWER_ON_RULE_BREACH
 * @param ruleSet number of the set
 */
public record Classification(InvolvementClass involvementClass, String rule, String reason, int ruleSet) {}
