package brightline.query.figures;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When an agreement binds, and the rule set that reads contacts under it.
 *
 * @param to last day, included; null while open
 */
public record AgreementTerm(
        UUID agreementId,
        String title,
        int ruleSet,
        LocalDate from,
        @Nullable LocalDate to) {
    /** The rule set that measures where no agreement is in force. */
    public static final int RULE_SET_WITHOUT = 1;

    /** Whether it binds on the day. */
    public boolean bindsOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
