package brightline.events.interaction;

import brightline.events.Code;
import brightline.events.InteractionId;
import brightline.events.Stated;
import brightline.events.interaction.InteractionEvent.*;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the student was treated, as far as it is recorded.
 *
 * @param deEscalation null if nothing was recorded about calming
 * @param questioning null if the student was not questioned
 * @param force in the order it was recorded; empty if none was
 * @param noticePacket null if none was recorded
 */
public record Treatment(
        @Nullable DeEscalation deEscalation,
        @Nullable Questioning questioning,
        List<Force> force,
        @Nullable NoticePacket noticePacket) {
    /** Nothing is recorded. */
    public static final Treatment NONE = new Treatment(null, null, List.of(), null);

    public Treatment {
        force = List.copyOf(force);
    }

    /** The same with what was stated of a threat in a contact without any action: an action would say so itself. */
    public Treatment under(Stated threat, @Nullable Code reason) {
        if (threat == Stated.MISSING) {
            return this;
        }
        DeEscalation calming = deEscalation == null ? DeEscalation.NONE : deEscalation;
        return new Treatment(calming.under(threat, reason), questioning, force, noticePacket);
    }

    /** The events that tell of it what is not known yet, in their order. */
    public List<TreatmentEvent> asEvents(InteractionId id, Treatment known) {
        List<TreatmentEvent> events = new ArrayList<>();
        if (deEscalation != null && !deEscalation.equals(known.deEscalation)) {
            events.add(new DeEscalationRecorded(id, deEscalation));
        }
        if (questioning != null && !questioning.equals(known.questioning)) {
            events.add(new QuestioningRecorded(id, questioning));
        }
        force.stream().filter(used -> !known.force.contains(used)).forEach(used -> events.add(new ForceUsed(id, used)));
        if (noticePacket != null && !noticePacket.equals(known.noticePacket)) {
            events.add(new NoticePacketGiven(id, noticePacket));
        }
        return events;
    }

    /** What is known after the event. */
    Treatment after(TreatmentEvent event) {
        return switch (event) {
            case DeEscalationRecorded(var _, var recorded) -> new Treatment(recorded, questioning, force, noticePacket);
            case QuestioningRecorded(var _, var recorded) -> new Treatment(deEscalation, recorded, force, noticePacket);
            case ForceUsed(var _, var used) -> {
                List<Force> all = new ArrayList<>(force);
                all.add(used);
                yield new Treatment(deEscalation, questioning, all, noticePacket);
            }
            case NoticePacketGiven(var _, var given) -> new Treatment(deEscalation, questioning, force, given);
        };
    }

    /** What holds after the correction. */
    Treatment after(CorrectedFact.OfTreatment corrected) {
        return switch (corrected) {
            case CorrectedFact.Calming(var right) -> new Treatment(right, questioning, force, noticePacket);
            case CorrectedFact.Questions(var right) -> new Treatment(deEscalation, right, force, noticePacket);
            case CorrectedFact.ForceUses(var right) -> new Treatment(deEscalation, questioning, right, noticePacket);
            case CorrectedFact.Packet(var right) -> new Treatment(deEscalation, questioning, force, right);
        };
    }
}
