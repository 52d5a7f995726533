package brightline.events.interaction;

import brightline.events.Code;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.InvolvementRole;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.Source;
import brightline.events.interaction.InteractionEvent.*;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a contact when it is recorded, entered or imported, and nothing personal: the one place where a contact becomes
 * events.
 *
 * @param initiator code list {@code initiator}; null if not stated
 * @param requestedBy code list {@code requester}; null unless staff asked, or not recorded
 * @param homeSchool null if not recorded
 * @param reportingOfficer null for imported history without officers
 * @param reportingCapacity code list {@code capacity}; null if not recorded
 * @param conduct empty if none was coded
 * @param actions numbered from 1 in their order
 * @param decision null if none was recorded
 * @param advice what was shown before it was sent, in its order
 * @param unticked what was unticked after something had been shown
 */
public record ContactFacts(
        InvolvementRole role,
        Instant occurredAt,
        @Nullable Code initiator,
        @Nullable Code requestedBy,
        @Nullable SchoolCode homeSchool,
        @Nullable OfficerId reportingOfficer,
        @Nullable Code reportingCapacity,
        List<Code> conduct,
        List<PoliceAction> actions,
        Treatment treatment,
        @Nullable Decision decision,
        List<AdviceShown> advice,
        List<ActionUnticked> unticked) {
    public ContactFacts {
        conduct = List.copyOf(conduct);
        actions = List.copyOf(actions);
        advice = List.copyOf(advice);
        unticked = List.copyOf(unticked);
    }

    /** What was done so long before the contact that its day is mistaken. */
    public List<Act> longBefore() {
        return Act.of(actions, treatment).stream()
                .filter(act -> act.isLongBefore(occurredAt))
                .toList();
    }

    /** The events a contact begins with, in their order. */
    public List<InteractionEvent> asEvents(InteractionId id, IncidentId incident, SealedParts parts, Source source) {
        List<InteractionEvent> events = new ArrayList<>();
        events.add(opened(id, incident, parts, source));
        if (!conduct.isEmpty()) {
            events.add(new ConductCoded(id, conduct));
        }
        actions.forEach(action -> events.add(ActionEvent.of(id, action)));
        events.addAll(treatment.asEvents(id, Treatment.NONE));
        if (decision != null) {
            events.add(new OutcomeDecided(id, decision));
        }
        if (parts.narrative() != null) {
            events.add(new NarrativeRecorded(id, parts.narrative()));
        }
        events.addAll(shown());
        return events;
    }

    /** The first of its events. */
    public InteractionOpened opened(InteractionId id, IncidentId incident, SealedParts parts, Source source) {
        return new InteractionOpened(
                id,
                incident,
                parts.subject(),
                role,
                occurredAt,
                initiator,
                requestedBy,
                homeSchool,
                reportingOfficer,
                reportingCapacity,
                parts.identity(),
                parts.statistics(),
                source);
    }

    /** What was shown and what was unticked, as it came about; what says no time comes first. */
    private List<InteractionEvent> shown() {
        Map<InteractionEvent, Instant> moments = new LinkedHashMap<>();
        advice.forEach(shown -> moments.putIfAbsent(shown, Objects.requireNonNullElse(shown.shownAt(), Instant.MIN)));
        unticked.forEach(one -> moments.putIfAbsent(one, one.untickedAt()));
        return moments.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
