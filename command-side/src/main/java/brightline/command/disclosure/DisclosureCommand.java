package brightline.command.disclosure;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Commuting;
import brightline.command.submission.Creates;
import brightline.command.submission.StreamCommand;
import brightline.events.Code;
import brightline.events.DisclosureId;
import brightline.events.InteractionId;
import java.time.Instant;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** What can be asked about a record given away. In either order the same follows, or the later one is refused by a rule. */
sealed interface DisclosureCommand extends StreamCommand, Commuting, AnsweredBy<DisclosureAnswer> {
    @TargetAggregateIdentifier
    DisclosureId disclosureId();

    /** @param now the moment of recording */
    record RecordDisclosure(
            DisclosureId disclosureId,
            InteractionId interactionId,
            Code recipient,
            Code basis,
            List<Code> parts,
            Instant disclosedAt,
            Instant now)
            implements DisclosureCommand, Creates<DisclosureAnswer> {
        public RecordDisclosure {
            parts = List.copyOf(parts);
        }
    }

    /** By the desk, where the record turned out to be wrong. */
    record AskForNotice(DisclosureId disclosureId, Code cause, Instant correctedAt) implements DisclosureCommand {}

    /** @param now the moment of recording */
    record SendNotice(DisclosureId disclosureId, Instant sentAt, Code manner, Instant now)
            implements DisclosureCommand {}
}
