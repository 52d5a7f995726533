package brightline.events.interaction;

import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.Stated;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing an officer did in a contact, with the officer who did it and whether threat was imminent at that moment.
 *
 * @param number 1 for the first action of the interaction; corrections name it
 * @param code code list {@code police-action}, or the source's own list for imported history
 * @param officer null where the source names no officer
 * @param capacity code list {@code capacity}: in what role that officer acted; null if not recorded
 * @param imminence a real and immediate threat when the action was taken (measure M2: injury about to happen, weapon
 *     in hand, fight going on)
 * @param imminenceReason code list {@code imminence-reason}; null unless imminence is YES
 * @param startedAt null if not recorded
 * @param endedAt null if not recorded or of no duration
 * @param legalBasis code list {@code legal-basis}; null if none applies or none was recorded
 * @param referredTo code list {@code requester}: the school's person who took the matter back; null unless referred back
 */
public record PoliceAction(
        int number,
        Code code,
        @Nullable OfficerId officer,
        @Nullable Code capacity,
        Stated imminence,
        @Nullable Code imminenceReason,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Code legalBasis,
        @Nullable Code referredTo) {
    public PoliceAction {
        imminence = Stated.orMissing(imminence);
    }
}
