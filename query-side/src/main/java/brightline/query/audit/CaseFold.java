package brightline.query.audit;

import brightline.events.Code;
import brightline.events.InteractionId;
import brightline.events.SubjectHandle;
import brightline.events.incident.IncidentEvent;
import brightline.events.interaction.Decision;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.*;
import brightline.events.interaction.InteractionRecord;
import brightline.events.interaction.PoliceAction;
import brightline.events.interaction.Treatment;
import brightline.query.involvement.IncidentRecord;
import brightline.query.projection.Recorded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A case as its own events so far describe it, each fact with the event that set it: a pure fold. An event that states a fact again
 * as it stood does not set it; one that takes a fact away does.
 *
 * @param incident null before its first event
 * @param interaction null before its first event
 * @param shown what the officer was shown before sending, in order
 * @param unticked what was unticked after it was shown, in order
 * @param facts in the order in which they were first stated
 */
record CaseFold(
        @Nullable IncidentRecord incident,
        @Nullable InteractionRecord interaction,
        List<AdviceShown> shown,
        List<ActionUnticked> unticked,
        Map<Key, Fact> facts) {
    private static final List<Class<?>> KINDS = List.of(TreatmentEvent.class.getPermittedSubclasses());

    static final CaseFold EMPTY = new CaseFold(null, null, List.of(), List.of(), Map.of());

    CaseFold {
        shown = List.copyOf(shown);
        unticked = List.copyOf(unticked);
    }

    /** @param number of an action, a kind of treatment, or a place in a list; 0 where there is one fact of the kind only */
    record Key(About about, int number) {}

    /** Whose case it is, without saying who. */
    record Student(SubjectHandle handle, boolean named) {}

    /** Whether threat was imminent in an action, and why. */
    record Danger(
            brightline.events.Stated imminence, @Nullable Code reason) {}

    /**
     * A fact.
     *
     * @param value null once it was taken away: an action withdrawn, force that was not used
     * @param setBy index of the event that set it so
     * @param before what stood before; null when nothing did
     * @param beforeSetBy index of the event that had set that; null when nothing stood
     */
    record Fact(
            @Nullable Object value,
            long setBy,
            @Nullable Object before,
            @Nullable Long beforeSetBy) {}

    /** All events of a case, by their index. */
    static CaseFold of(List<Recorded> events) {
        CaseFold fold = EMPTY;
        for (Recorded recorded : events) {
            fold = fold.after(recorded);
        }
        return fold;
    }

    /** The case after one more event of its incident or its interaction; another event changes nothing. */
    CaseFold after(Recorded recorded) {
        IncidentRecord nextIncident = incident;
        InteractionRecord nextInteraction = interaction;
        List<AdviceShown> nextShown = new ArrayList<>(shown);
        List<ActionUnticked> nextUnticked = new ArrayList<>(unticked);
        switch (recorded.event()) {
            case IncidentEvent event -> nextIncident = IncidentRecord.evolve(incident, event);
            case InteractionEvent event -> {
                nextInteraction = InteractionRecord.evolve(interaction, event);
                if (event instanceof AdviceShown advice) {
                    nextShown.add(advice);
                }
                if (event instanceof ActionUnticked taken) {
                    nextUnticked.add(taken);
                }
            }
            default -> {
                return this;
            }
        }
        Map<Key, Object> values = values(nextIncident, nextInteraction, nextShown, nextUnticked);
        Map<Key, Fact> next = new LinkedHashMap<>(facts);
        facts.forEach((key, fact) -> {
            if (fact.value() != null && !values.containsKey(key)) {
                next.put(key, new Fact(null, recorded.index(), fact.value(), fact.setBy()));
            }
        });
        values.forEach((key, value) -> {
            Fact stood = facts.get(key);
            if (stood == null) {
                next.put(key, new Fact(value, recorded.index(), null, null));
            } else if (!Objects.equals(stood.value(), value)) {
                next.put(key, new Fact(value, recorded.index(), stood.value(), stood.setBy()));
            }
        });
        return new CaseFold(nextIncident, nextInteraction, nextShown, nextUnticked, next);
    }

    private static Map<Key, Object> values(
            @Nullable IncidentRecord incident,
            @Nullable InteractionRecord contact,
            List<AdviceShown> shown,
            List<ActionUnticked> unticked) {
        Values values = new Values();
        if (incident != null) {
            values.put(About.SCHOOL, incident.school());
            values.put(About.PLACE, incident.place());
            values.put(About.IN_SESSION, incident.inSession());
            values.put(About.COUNTS_AS, incident.primary());
        }
        if (contact != null) {
            values.put(About.HAPPENED, contact.occurredAt());
            values.put(About.PART, contact.role());
            values.put(About.STUDENT, new Student(contact.subject(), contact.identity() != null));
            values.put(About.STARTED, contact.initiator());
            values.put(About.ASKED, contact.requestedBy());
            values.put(About.CONDUCT, contact.conduct().isEmpty() ? null : contact.conduct());
            for (PoliceAction action : contact.actions()) {
                values.put(About.ACTION, action.number(), withoutDanger(action));
                values.put(About.DANGER, action.number(), new Danger(action.imminence(), action.imminenceReason()));
            }
            Treatment treatment = contact.treatment();
            values.put(About.QUESTIONING, treatment.questioning());
            for (int i = 0; i < treatment.force().size(); i++) {
                values.put(About.FORCE, i + 1, treatment.force().get(i));
            }
            values.put(About.CALMING, treatment.deEscalation());
            for (TreatmentEvent other : others(treatment, contact.interactionId())) {
                values.put(About.TREATMENT, KINDS.indexOf(other.getClass()), other);
            }
            Decision decision = contact.decision();
            if (decision != null) {
                values.put(About.OUTCOME, decision.outcome());
                values.put(About.ARREST_POSSIBLE, decision.arrestLawfullyPossible());
                values.put(About.ALTERNATIVES, decision.alternatives());
            }
            values.put(About.VOIDED, contact.voided() ? true : null);
        }
        for (int i = 0; i < shown.size(); i++) {
            values.put(About.SHOWN, i + 1, shown.get(i));
        }
        for (int i = 0; i < unticked.size(); i++) {
            values.put(About.UNTICKED, i + 1, unticked.get(i));
        }
        return values.all;
    }

    /** What is not about questioning, force or calming. */
    private static List<TreatmentEvent> others(Treatment treatment, InteractionId id) {
        return treatment.asEvents(id, Treatment.NONE).stream()
                .filter(event -> !(event instanceof QuestioningRecorded
                        || event instanceof ForceUsed
                        || event instanceof DeEscalationRecorded))
                .toList();
    }

    private static PoliceAction withoutDanger(PoliceAction action) {
        return new PoliceAction(
                action.number(),
                action.code(),
                action.officer(),
                action.capacity(),
                brightline.events.Stated.MISSING,
                null,
                action.startedAt(),
                action.endedAt(),
                action.legalBasis(),
                action.referredTo());
    }

    /** What is stated; null is not. */
    private static final class Values {
        private final Map<Key, Object> all = new LinkedHashMap<>();

        void put(About about, @Nullable Object value) {
            put(about, 0, value);
        }

        void put(About about, int number, @Nullable Object value) {
            if (value != null) {
                all.put(new Key(about, number), value);
            }
        }
    }
}
