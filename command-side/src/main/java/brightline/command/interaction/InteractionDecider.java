package brightline.command.interaction;

import static brightline.command.interaction.InteractionRule.ACTION_UNKNOWN;
import static brightline.command.interaction.InteractionRule.CONTACT_COMES_FIRST;
import static brightline.command.interaction.InteractionRule.CONTACT_RECORDED_ALREADY;
import static brightline.command.interaction.InteractionRule.INTERACTION_VOIDED;
import static brightline.command.interaction.InteractionRule.SUBJECT_HAS_AN_ACTION;

import brightline.command.interaction.InteractionCommand.CorrectFact;
import brightline.command.interaction.InteractionCommand.CorrectSubject;
import brightline.command.interaction.InteractionCommand.RecordContact;
import brightline.command.interaction.InteractionCommand.Supplement;
import brightline.command.interaction.InteractionCommand.VoidInteraction;
import brightline.command.interaction.InteractionState.Recorded;
import brightline.command.interaction.InteractionState.Unrecorded;
import brightline.events.InteractionId;
import brightline.events.InvolvementRole;
import brightline.events.SecretRef;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.ActionEvent;
import brightline.events.interaction.InteractionEvent.ConductCoded;
import brightline.events.interaction.InteractionEvent.DeEscalationRecorded;
import brightline.events.interaction.InteractionEvent.ForceUsed;
import brightline.events.interaction.InteractionEvent.InteractionCorrected;
import brightline.events.interaction.InteractionEvent.InteractionSupplemented;
import brightline.events.interaction.InteractionEvent.InteractionVoided;
import brightline.events.interaction.InteractionEvent.NarrativeRecorded;
import brightline.events.interaction.InteractionEvent.NoticePacketGiven;
import brightline.events.interaction.InteractionEvent.OutcomeDecided;
import brightline.events.interaction.InteractionEvent.QuestioningRecorded;
import brightline.events.interaction.InteractionEvent.SubjectCorrected;
import brightline.events.interaction.InteractionRecord;
import brightline.events.interaction.PoliceAction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Decides about one student's contact: pure. */
final class InteractionDecider {
    private InteractionDecider() {}

    /**
     * The events that follow from the command; none when it asks for what is already so.
     *
     * @throws brightline.command.submission.CommandRejected naming the {@link InteractionRule}
     */
    static List<InteractionEvent> decide(InteractionCommand command, InteractionState state) {
        return switch (state) {
            case Unrecorded _ -> {
                if (command instanceof RecordContact contact) {
                    yield recorded(contact);
                }
                throw CONTACT_COMES_FIRST.broken();
            }
            case Recorded recorded -> decide(command, recorded);
        };
    }

    private static List<InteractionEvent> decide(InteractionCommand command, Recorded recorded) {
        InteractionRecord record = recorded.record();
        return switch (command) {
            case RecordContact contact -> {
                if (record.opened().equals(contact.opened())) {
                    yield List.of();
                }
                throw CONTACT_RECORDED_ALREADY.broken();
            }
            case VoidInteraction voiding ->
                record.voided()
                        ? List.of()
                        : List.of(new InteractionVoided(voiding.interactionId(), voiding.correction()));
            case CorrectFact correct -> corrected(correct, standing(record));
            case CorrectSubject correct -> subjectCorrected(correct, standing(record));
            case Supplement supplement -> supplemented(supplement, standing(record), recorded.supplements());
        };
    }

    private static InteractionRecord standing(InteractionRecord record) {
        if (record.voided()) {
            throw INTERACTION_VOIDED.broken();
        }
        return record;
    }

    private static List<InteractionEvent> recorded(RecordContact contact) {
        InteractionId id = contact.interactionId();
        List<InteractionEvent> events = new ArrayList<>();
        events.add(contact.opened());
        if (!contact.conduct().isEmpty()) {
            events.add(new ConductCoded(id, contact.conduct()));
        }
        contact.actions().forEach(action -> events.add(ActionEvent.of(id, action)));
        if (contact.deEscalation() != null) {
            events.add(new DeEscalationRecorded(id, contact.deEscalation()));
        }
        if (contact.questioning() != null) {
            events.add(new QuestioningRecorded(id, contact.questioning()));
        }
        contact.force().forEach(used -> events.add(new ForceUsed(id, used)));
        if (contact.noticePacket() != null) {
            events.add(new NoticePacketGiven(id, contact.noticePacket()));
        }
        if (contact.decision() != null) {
            events.add(new OutcomeDecided(id, contact.decision()));
        }
        if (contact.narrative() != null) {
            events.add(new NarrativeRecorded(id, contact.narrative()));
        }
        events.addAll(shown(contact));
        if (contact.source() != null) {
            events.add(contact.source());
        }
        return events;
    }

    /** What was shown and what was unticked, as it came about; what says no time comes first. */
    private static List<InteractionEvent> shown(RecordContact contact) {
        Map<InteractionEvent, Instant> moments = new LinkedHashMap<>();
        contact.advice()
                .forEach(shown -> moments.putIfAbsent(shown, Objects.requireNonNullElse(shown.shownAt(), Instant.MIN)));
        contact.unticked().forEach(unticked -> moments.putIfAbsent(unticked, unticked.untickedAt()));
        return moments.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<InteractionEvent> corrected(CorrectFact command, InteractionRecord record) {
        return stands(command.corrected(), record)
                ? List.of()
                : List.of(new InteractionCorrected(command.interactionId(), command.corrected(), command.correction()));
    }

    /** Whether the record says so already. */
    private static boolean stands(CorrectedFact corrected, InteractionRecord record) {
        return switch (corrected) {
            case CorrectedFact.Conduct fact -> fact.conduct().equals(record.conduct());
            case CorrectedFact.Initiator fact ->
                Objects.equals(fact.initiator(), record.initiator())
                        && Objects.equals(fact.requestedBy(), record.requestedBy());
            case CorrectedFact.OccurredAt fact -> fact.occurredAt().equals(record.occurredAt());
            case CorrectedFact.Role fact -> {
                if (fact.role() == InvolvementRole.SUBJECT && record.actions().isEmpty()) {
                    throw SUBJECT_HAS_AN_ACTION.broken();
                }
                yield fact.role() == record.role();
            }
            case CorrectedFact.Action fact ->
                record.action(fact.action().number())
                        .orElseThrow(ACTION_UNKNOWN::broken)
                        .equals(fact.action());
            case CorrectedFact.ActionWithdrawn fact -> isWithdrawn(fact.number(), record);
            case CorrectedFact.Settlement fact -> fact.decision().equals(record.decision());
            case CorrectedFact.Calming fact -> fact.deEscalation().equals(record.deEscalation());
            case CorrectedFact.Questions fact -> fact.questioning().equals(record.questioning());
            case CorrectedFact.ForceUses fact -> fact.force().equals(record.force());
            case CorrectedFact.Packet fact -> fact.noticePacket().equals(record.noticePacket());
            case CorrectedFact.Statistics fact -> fact.statistics().equals(record.statistics());
        };
    }

    private static boolean isWithdrawn(int number, InteractionRecord record) {
        if (number < 1 || number > record.highestActionNumber()) {
            throw ACTION_UNKNOWN.broken();
        }
        if (record.action(number).isEmpty()) {
            return true;
        }
        if (record.role() == InvolvementRole.SUBJECT && record.actions().size() == 1) {
            throw SUBJECT_HAS_AN_ACTION.broken();
        }
        return false;
    }

    private static List<InteractionEvent> subjectCorrected(CorrectSubject command, InteractionRecord record) {
        if (command.to().equals(record.subject())) {
            return List.of();
        }
        return List.of(new SubjectCorrected(
                command.interactionId(),
                record.subject(),
                command.to(),
                command.homeSchool(),
                command.identity(),
                command.statistics(),
                command.correction()));
    }

    private static List<InteractionEvent> supplemented(
            Supplement command, InteractionRecord record, Set<SecretRef> supplements) {
        List<InteractionEvent> events = new ArrayList<>();
        for (PoliceAction action : command.actions()) {
            if (!record.action(action.number()).map(action::equals).orElse(false)) {
                if (action.number() <= record.highestActionNumber()) {
                    throw ACTION_UNKNOWN.broken();
                }
                events.add(ActionEvent.of(command.interactionId(), action));
            }
        }
        command.force().stream()
                .filter(used -> !record.force().contains(used))
                .forEach(used -> events.add(new ForceUsed(command.interactionId(), used)));
        if (command.noticePacket() != null && !command.noticePacket().equals(record.noticePacket())) {
            events.add(new NoticePacketGiven(command.interactionId(), command.noticePacket()));
        }
        SecretRef narrative = command.narrative();
        boolean newAccount = narrative != null && !supplements.contains(narrative);
        if (newAccount || !events.isEmpty()) {
            events.addFirst(new InteractionSupplemented(command.interactionId(), narrative, command.correction()));
        }
        return events;
    }

    static InteractionState evolve(InteractionState state, InteractionEvent event) {
        return switch (state) {
            case Unrecorded _ -> new Recorded(InteractionRecord.evolve(null, event), Set.of());
            case Recorded recorded -> {
                Recorded next = recorded.with(InteractionRecord.evolve(recorded.record(), event));
                yield event instanceof InteractionSupplemented supplemented && supplemented.narrative() != null
                        ? next.withSupplement(supplemented.narrative())
                        : next;
            }
        };
    }
}
