package brightline.command.interaction;

import brightline.command.interaction.InteractionState.Recorded;
import brightline.command.interaction.InteractionState.Unrecorded;
import brightline.events.SecretRef;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.*;
import brightline.events.interaction.InteractionRecord;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A contact that a file brought: as it stands, and as its source alone has told it. Where the two differ, somebody here corrected it.
 *
 * @param told the fold of what the source said, then and later
 * @param account the last one the source gave; null for none
 * @param words what the source itself said last; null where an earlier release did not keep it
 */
record SourcedContact(
        Recorded standing,
        InteractionRecord told,
        @Nullable SecretRef account,
        @Nullable SourceRecorded words,
        long version) {
    /**
     * The fold of a contact's stream.
     *
     * @throws IllegalStateException if it is the stream of no contact
     */
    static SourcedContact of(List<InteractionEvent> stream) {
        InteractionState standing = new Unrecorded();
        InteractionRecord told = null;
        SecretRef account = null;
        SourceRecorded words = null;
        boolean bySource = true;
        for (InteractionEvent event : stream) {
            standing = InteractionDecider.evolve(standing, event);
            bySource = isBySource(event, bySource);
            if (bySource) {
                told = InteractionRecord.evolve(told, event);
                account = accountOf(event, account);
                words = event instanceof SourceRecorded said ? said : words;
            }
        }
        if (!(standing instanceof Recorded recorded)) {
            throw new IllegalStateException("A contact begins with interaction.opened");
        }
        return new SourcedContact(recorded, Objects.requireNonNull(told), account, words, stream.size() - 1L);
    }

    private static @Nullable SecretRef accountOf(InteractionEvent event, @Nullable SecretRef before) {
        if (event instanceof NarrativeRecorded recorded) {
            return recorded.narrative();
        }
        return event instanceof InteractionSupplemented added && added.narrative() != null ? added.narrative() : before;
    }

    /** Facts follow the event that says why they are added: what was said before them. */
    private static boolean isBySource(InteractionEvent event, boolean before) {
        return switch (event) {
            case InteractionCorrected corrected -> corrected.correction().saidBySource();
            case SubjectCorrected corrected -> corrected.correction().saidBySource();
            case InteractionSupplemented added -> added.correction().saidBySource();
            case InteractionVoided voided -> voided.correction().saidBySource();
            case InteractionOpened _, SourceRecorded _ -> true;
            case ConductCoded _, ActionEvent _, TreatmentEvent _, OutcomeDecided _ -> before;
            case NarrativeRecorded _, AdviceShown _, ActionUnticked _ -> before;
        };
    }
}
