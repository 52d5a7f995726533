package brightline.command.register;

import brightline.events.AgreementId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An agreement and days on which it binds.
 *
 * @param ruleSet number of the rule set that reads contacts under it
 * @param from first day, included, in the agency's zone
 * @param to last day, included; null while open
 */
public record AgreementInForce(
        AgreementId agreementId,
        int ruleSet,
        LocalDate from,
        @Nullable LocalDate to) {
    public boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    /** Whether some day belongs to both. */
    public boolean overlaps(AgreementInForce other) {
        return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
    }
}
