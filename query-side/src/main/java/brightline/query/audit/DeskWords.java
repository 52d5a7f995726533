package brightline.query.audit;

import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.deadline.DeadlineEvent.*;
import brightline.events.deadline.DeadlineRule;
import brightline.events.deadline.DeadlineRules;
import brightline.events.disclosure.DisclosureEvent.*;
import brightline.events.request.RequestEvent.*;
import brightline.events.review.ComplaintEvent.ComplaintReceived;
import brightline.events.review.ReviewEvent.*;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the desk did about a case, in a sentence. Only events that name the case are told here; the rest stands in the lists. */
final class DeskWords {
    private DeskWords() {}

    /** A line of a case's timeline. */
    record Said(
            @Nullable UUID incident,
            @Nullable UUID interaction,
            @Nullable Instant occurredAt,
            String words) {}

    /** Empty for an event that is about no case. */
    static Optional<Said> of(Object event, EventWords names) {
        return switch (event) {
            case ComplaintReceived received ->
                said(
                        received.incidentId(),
                        received.interactionId(),
                        received.receivedAt(),
                        "%s was received.".formatted(names.name(received.kind())));
            case ReviewOpened opened ->
                said(
                        opened.incidentId(),
                        opened.interactionId(),
                        null,
                        "A review was opened: %s.".formatted(because(opened.ground())));
            case ClassOverridden overridden ->
                said(
                        null,
                        overridden.interactionId(),
                        null,
                        "A review read {class:%s}, by rule %s, as {class:%s}. Reason: %s."
                                .formatted(
                                        overridden.derived().involvementClass(),
                                        overridden.derived().rule(),
                                        overridden.overriddenTo(),
                                        names.name(overridden.reason())));
            case DeadlineSet set ->
                set.interactionId() == null
                        ? Optional.empty()
                        : said(
                                null,
                                set.interactionId(),
                                set.triggeredAt(),
                                "A deadline was set: %s by %s (%s)."
                                        .formatted(
                                                DeadlineRules.named(set.rule())
                                                        .map(DeadlineRule::title)
                                                        .orElse(set.rule()),
                                                EventWords.at(set.dueAt()),
                                                set.source()));
            case DisclosureMade made ->
                said(
                        null,
                        made.interactionId(),
                        made.disclosedAt(),
                        "Given to: %s. Basis: %s. What: %s."
                                .formatted(
                                        names.name(made.recipient()),
                                        names.name(made.basis()),
                                        made.parts().stream().map(names::name).collect(Collectors.joining(", "))));
            case RequestReceived received ->
                said(
                        null,
                        received.interactionId(),
                        received.receivedAt(),
                        "A request was received. %s: %s."
                                .formatted(names.name(received.from()), names.name(received.kind())));
            case ReviewAssigned _, ReviewClosed _, DeadlineMoved _, DeadlineMet _, DeadlineMissed _ -> Optional.empty();
            case DeadlineCancelled _, NoticeDue _, NoticeSent _, RequestDecided _, StatementAdded _ -> Optional.empty();
            default -> Optional.empty();
        };
    }

    /** A line of one contact, or else of the whole incident. */
    private static Optional<Said> said(
            @Nullable IncidentId incident,
            @Nullable InteractionId interaction,
            @Nullable Instant occurredAt,
            String words) {
        return Optional.of(new Said(
                interaction != null || incident == null ? null : incident.value(),
                interaction == null ? null : interaction.value(),
                occurredAt,
                words));
    }

    private static String because(Ground ground) {
        return switch (ground) {
            case ARREST -> "a student was arrested or cited";
            case NEEDS_REVIEW -> "a fact is missing that the class depends on";
            case FLAGGED_CLASS -> "it reads as school discipline handled by police";
            case COMPLAINT -> "somebody complained or gave notice";
            case VOIDED_ARREST -> "a contact was voided in which a student was arrested or cited";
            case VOIDED_FORCE -> "a contact was voided in which force or restraint was used";
            case VOIDED_FLAGGED_CLASS -> "a contact was voided whose class was routine discipline";
        };
    }
}
