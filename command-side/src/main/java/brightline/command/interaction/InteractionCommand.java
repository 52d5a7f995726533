package brightline.command.interaction;

import brightline.events.Code;
import brightline.events.Correction;
import brightline.events.InteractionId;
import brightline.events.SchoolCode;
import brightline.events.SecretRef;
import brightline.events.SubjectHandle;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.DeEscalation;
import brightline.events.interaction.Decision;
import brightline.events.interaction.Force;
import brightline.events.interaction.InteractionEvent.ActionUnticked;
import brightline.events.interaction.InteractionEvent.AdviceShown;
import brightline.events.interaction.InteractionEvent.InteractionOpened;
import brightline.events.interaction.InteractionEvent.SourceRecorded;
import brightline.events.interaction.NoticePacket;
import brightline.events.interaction.PoliceAction;
import brightline.events.interaction.Questioning;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be decided about one student's contact; personal parts are sealed already. */
sealed interface InteractionCommand {
    InteractionId interactionId();

    /**
     * Records a contact with all that is known of it.
     *
     * @param opened how it begins
     * @param conduct empty if none was coded
     * @param actions numbered from 1 in their order
     */
    record RecordContact(
            InteractionOpened opened,
            List<Code> conduct,
            List<PoliceAction> actions,
            @Nullable DeEscalation deEscalation,
            @Nullable Questioning questioning,
            List<Force> force,
            @Nullable NoticePacket noticePacket,
            @Nullable Decision decision,
            @Nullable SecretRef narrative,
            List<AdviceShown> advice,
            List<ActionUnticked> unticked,
            @Nullable SourceRecorded source)
            implements InteractionCommand {
        public RecordContact {
            conduct = List.copyOf(conduct);
            actions = List.copyOf(actions);
            force = List.copyOf(force);
            advice = List.copyOf(advice);
            unticked = List.copyOf(unticked);
        }

        @Override
        public InteractionId interactionId() {
            return opened.interactionId();
        }
    }

    /** Puts a right fact in the place of a wrong one. */
    record CorrectFact(InteractionId interactionId, CorrectedFact corrected, Correction correction)
            implements InteractionCommand {}

    /** Says which student it was. */
    record CorrectSubject(
            InteractionId interactionId,
            SubjectHandle to,
            @Nullable SchoolCode homeSchool,
            @Nullable SecretRef identity,
            @Nullable SecretRef statistics,
            Correction correction)
            implements InteractionCommand {}

    /**
     * Adds to a record.
     *
     * @param actions numbered on from the highest number ever given
     */
    record Supplement(
            InteractionId interactionId,
            @Nullable SecretRef narrative,
            List<PoliceAction> actions,
            List<Force> force,
            @Nullable NoticePacket noticePacket,
            Correction correction)
            implements InteractionCommand {
        public Supplement {
            actions = List.copyOf(actions);
            force = List.copyOf(force);
        }
    }

    /** Takes a record out of all figures. */
    record VoidInteraction(InteractionId interactionId, Correction correction) implements InteractionCommand {}
}
