package brightline.command.register;

import brightline.events.AgreementId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an agreement's text leaves routine discipline to the school, on the days a version is in effect.
 *
 * @param section its number
 * @param from first day, included, in the agency's zone
 * @param to last day, included; null while open
 */
record DisciplineSection(
        AgreementId agreementId,
        String section,
        LocalDate from,
        @Nullable LocalDate to) {
    boolean covers(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
