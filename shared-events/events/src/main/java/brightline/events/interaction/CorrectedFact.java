package brightline.events.interaction;

import brightline.events.Code;
import brightline.events.InvolvementRole;
import brightline.events.SecretRef;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The value that should have been recorded. It takes the place of the earlier one from the moment it is recorded. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "fact")
public sealed interface CorrectedFact {
    /** About how the student was treated. */
    sealed interface OfTreatment extends CorrectedFact {}

    /** All conduct codes as they should have been. */
    @JsonTypeName("conduct")
    record Conduct(List<Code> conduct) implements CorrectedFact {
        public Conduct {
            conduct = List.copyOf(conduct);
        }
    }

    /** Who started the contact. */
    @JsonTypeName("initiator")
    record Initiator(@Nullable Code initiator, @Nullable Code requestedBy) implements CorrectedFact {}

    /** When it happened to this student. */
    @JsonTypeName("occurred-at")
    record OccurredAt(Instant occurredAt) implements CorrectedFact {}

    /** How the student was involved. */
    @JsonTypeName("role")
    record Role(InvolvementRole role) implements CorrectedFact {}

    /** The action of the same number as it should have been recorded. */
    @JsonTypeName("action")
    record Action(PoliceAction action) implements CorrectedFact {}

    /** The action of that number was not taken. */
    @JsonTypeName("action-withdrawn")
    record ActionWithdrawn(int number) implements CorrectedFact {}

    /** How it was settled. */
    @JsonTypeName("decision")
    record Settlement(Decision decision) implements CorrectedFact {}

    /** What was recorded about de-escalation. */
    @JsonTypeName("de-escalation")
    record Calming(DeEscalation deEscalation) implements OfTreatment {}

    /** All force and restraint as it should have been recorded; empty if there was none. */
    @JsonTypeName("force")
    record ForceUses(List<Force> force) implements OfTreatment {
        public ForceUses {
            force = List.copyOf(force);
        }
    }

    /** What the student was told and given on release. */
    @JsonTypeName("notice-packet")
    record Packet(NoticePacket noticePacket) implements OfTreatment {}

    /** Questioning and guardian notice. */
    @JsonTypeName("questioning")
    record Questions(Questioning questioning) implements OfTreatment {}

    /** The student's statistics as they should have been. */
    @JsonTypeName("statistics")
    record Statistics(SecretRef statistics) implements CorrectedFact {}
}
