package brightline.events.disclosure;

import brightline.events.Code;
import brightline.events.DisclosureId;
import brightline.events.EventName;
import brightline.events.InteractionId;
import java.time.Instant;
import java.util.List;

/** What can happen to a record that was given to somebody. */
public sealed interface DisclosureEvent {
    DisclosureId disclosureId();

    /**
     * A record was given away.
     *
     * @param recipient code list {@code disclosure-recipient}
     * @param basis code list {@code disclosure-basis}: the statute or clause
     * @param parts code list {@code disclosure-part}: what was given
     * @param disclosedAt when it was given, whenever it was recorded
     */
    @EventName("disclosure.made")
    record DisclosureMade(
            DisclosureId disclosureId,
            InteractionId interactionId,
            Code recipient,
            Code basis,
            List<Code> parts,
            Instant disclosedAt)
            implements DisclosureEvent {
        public DisclosureMade {
            parts = List.copyOf(parts);
        }
    }

    /**
     * The record turned out to be wrong: who has it has to be told.
     *
     * @param cause code list {@code notice-cause}
     * @param correctedAt when the correction was recorded
     */
    @EventName("disclosure.notice-due")
    record NoticeDue(DisclosureId disclosureId, Code cause, Instant correctedAt) implements DisclosureEvent {}

    /**
     * Who has the record was told.
     *
     * @param sentAt when, whenever it was recorded
     * @param manner code list {@code notice-manner}
     */
    @EventName("disclosure.notice-sent")
    record NoticeSent(DisclosureId disclosureId, Instant sentAt, Code manner) implements DisclosureEvent {}
}
