package brightline.command.interaction;

import static brightline.command.interaction.InteractionRule.ACTION_UNKNOWN;
import static brightline.command.interaction.InteractionRule.ACT_LONG_BEFORE_CONTACT;
import static brightline.command.interaction.InteractionRule.CONTACT_COMES_FIRST;
import static brightline.command.interaction.InteractionRule.CONTACT_RECORDED_ALREADY;
import static brightline.command.interaction.InteractionRule.INTERACTION_VOIDED;
import static brightline.command.interaction.InteractionRule.SUBJECT_HAS_AN_ACTION;

import brightline.command.interaction.InteractionCommand.*;
import brightline.command.interaction.InteractionState.Recorded;
import brightline.command.interaction.InteractionState.Unrecorded;
import brightline.events.InvolvementRole;
import brightline.events.SecretRef;
import brightline.events.interaction.Act;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.*;
import brightline.events.interaction.InteractionRecord;
import brightline.events.interaction.PoliceAction;
import java.util.ArrayList;
import java.util.List;
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
                    yield contact.asEvents();
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
                if (record.opened().equals(contact.asEvents().getFirst())) {
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
            case KeepSource(var said) -> {
                standing(record);
                yield List.of(said);
            }
            case Supplement supplement -> supplemented(supplement, standing(record), recorded.supplements());
        };
    }

    private static InteractionRecord standing(InteractionRecord record) {
        if (record.voided()) {
            throw INTERACTION_VOIDED.broken();
        }
        return record;
    }

    private static List<InteractionEvent> corrected(CorrectFact command, InteractionRecord record) {
        mustBeCorrectable(command.corrected(), record);
        var corrected = new InteractionCorrected(command.interactionId(), command.corrected(), command.correction());
        InteractionRecord after = InteractionRecord.evolve(record, corrected);
        if (after.equals(record)) {
            return List.of();
        }
        mustNotLieLongBefore(record, after);
        return List.of(corrected);
    }

    /** What was recorded so already is no hindrance to correcting something else. */
    private static void mustNotLieLongBefore(InteractionRecord before, InteractionRecord after) {
        List<Act> known = Act.of(before.actions(), before.treatment());
        boolean moved = !after.occurredAt().equals(before.occurredAt());
        if (Act.of(after.actions(), after.treatment()).stream()
                .anyMatch(act -> act.isLongBefore(after.occurredAt()) && (moved || !known.contains(act)))) {
            throw ACT_LONG_BEFORE_CONTACT.broken();
        }
    }

    private static void mustBeCorrectable(CorrectedFact corrected, InteractionRecord record) {
        boolean subject = record.role() == InvolvementRole.SUBJECT;
        if (corrected instanceof CorrectedFact.Role(var role)
                && role == InvolvementRole.SUBJECT
                && record.actions().isEmpty()) {
            throw SUBJECT_HAS_AN_ACTION.broken();
        }
        if (corrected instanceof CorrectedFact.Action(var action)
                && record.action(action.number()).isEmpty()) {
            throw ACTION_UNKNOWN.broken();
        }
        if (corrected instanceof CorrectedFact.ActionWithdrawn(int number)) {
            if (number < 1 || number > record.highestActionNumber()) {
                throw ACTION_UNKNOWN.broken();
            }
            if (subject && record.actions().size() == 1 && record.action(number).isPresent()) {
                throw SUBJECT_HAS_AN_ACTION.broken();
            }
        }
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
        events.addAll(command.treatment().asEvents(command.interactionId(), record.treatment()));
        SecretRef narrative = command.narrative();
        boolean newAccount = narrative != null && !supplements.contains(narrative);
        if (newAccount || !events.isEmpty()) {
            events.addFirst(new InteractionSupplemented(command.interactionId(), narrative, command.correction()));
        }
        InteractionRecord after = record;
        for (InteractionEvent event : events) {
            after = InteractionRecord.evolve(after, event);
        }
        mustNotLieLongBefore(record, after);
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
