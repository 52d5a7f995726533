package brightline.events.interaction;

import brightline.events.Code;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.InvolvementRole;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.SecretRef;
import brightline.events.Source;
import brightline.events.Stated;
import brightline.events.SubjectHandle;
import brightline.events.interaction.InteractionEvent.*;
import brightline.events.rules.ActionFact;
import brightline.events.rules.InvolvementFacts;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An interaction as its events so far describe it: the latest recorded value of every fact, corrections applied. A pure
 * fold, so that a record as known at any moment is the fold of the events recorded until then.
 *
 * @param opened the first event
 * @param subject the student it is recorded under now
 * @param conduct empty if none was coded
 * @param actions in the order of their numbers; withdrawn ones are not in it
 * @param highestActionNumber of all actions ever recorded, withdrawn ones included; 0 if there was none
 * @param statistics null if nothing was recorded
 */
public record InteractionRecord(
        InteractionOpened opened,
        SubjectHandle subject,
        InvolvementRole role,
        Instant occurredAt,
        @Nullable Code initiator,
        @Nullable Code requestedBy,
        @Nullable SchoolCode homeSchool,
        @Nullable SecretRef identity,
        @Nullable SecretRef statistics,
        List<Code> conduct,
        List<PoliceAction> actions,
        int highestActionNumber,
        Treatment treatment,
        @Nullable Decision decision,
        boolean voided) {

    public InteractionRecord {
        conduct = List.copyOf(conduct);
        actions = List.copyOf(actions);
    }

    /** The record that begins with the first event. */
    public static InteractionRecord of(InteractionOpened opened) {
        return new InteractionRecord(
                opened,
                opened.subject(),
                opened.role(),
                opened.occurredAt(),
                opened.initiator(),
                opened.requestedBy(),
                opened.homeSchool(),
                opened.identity(),
                opened.statistics(),
                List.of(),
                List.of(),
                0,
                Treatment.NONE,
                null,
                false);
    }

    /**
     * The record after one more event.
     *
     * @param before null before the first event
     * @throws IllegalStateException if the stream does not begin with {@link InteractionOpened}
     */
    public static InteractionRecord evolve(@Nullable InteractionRecord before, InteractionEvent event) {
        if (before == null) {
            if (event instanceof InteractionOpened opened) {
                return of(opened);
            }
            throw new IllegalStateException("An interaction begins with interaction.opened");
        }
        return before.with(event);
    }

    private InteractionRecord with(InteractionEvent event) {
        Draft draft = new Draft(this);
        switch (event) {
            case InteractionOpened _ -> throw new IllegalStateException("An interaction is opened once");
            case ConductCoded coded -> draft.conduct = coded.conduct();
            case ActionEvent taken -> draft.put(taken.action());
            case TreatmentEvent treated -> draft.treatment = treatment.after(treated);
            case OutcomeDecided decided -> draft.decision = decided.decision();
            case InteractionCorrected corrected -> draft.correct(corrected.corrected());
            case SubjectCorrected corrected -> {
                draft.subject = corrected.to();
                draft.homeSchool = corrected.homeSchool();
                draft.identity = corrected.identity();
                draft.statistics = corrected.statistics();
            }
            case InteractionVoided _ -> draft.voided = true;
            case AsideEvent _ -> {
                return this;
            }
        }
        return draft.record();
    }

    public InteractionId interactionId() {
        return opened.interactionId();
    }

    public IncidentId incidentId() {
        return opened.incidentId();
    }

    public Source source() {
        return opened.source();
    }

    /** What is stated of a threat beside all actions: where none was taken; MISSING if nothing is. */
    public Stated threat() {
        DeEscalation calming = treatment.deEscalation();
        return actions.isEmpty() && calming != null ? Stated.orMissing(calming.threat()) : Stated.MISSING;
    }

    /** The action of that number, unless it was never recorded or was withdrawn. */
    public Optional<PoliceAction> action(int number) {
        return actions.stream().filter(action -> action.number() == number).findFirst();
    }

    /**
     * Every officer's part in the interaction, in the order of first actions; the reporting officer alone where no action
     * was recorded.
     *
     * @param zone the agency's: decides which day's code lists are read
     */
    public List<Involvement> involvements(ZoneId zone) {
        Map<Optional<OfficerId>, List<PoliceAction>> byOfficer = new LinkedHashMap<>();
        for (PoliceAction action : actions) {
            byOfficer
                    .computeIfAbsent(Optional.ofNullable(action.officer()), _ -> new ArrayList<>())
                    .add(action);
        }
        if (byOfficer.isEmpty()) {
            return List.of(
                    new Involvement(opened.reportingOfficer(), opened.reportingCapacity(), facts(List.of(), zone)));
        }
        List<Involvement> involvements = new ArrayList<>();
        byOfficer.forEach((officer, taken) -> involvements.add(new Involvement(
                officer.orElse(null),
                taken.stream()
                        .map(PoliceAction::capacity)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                facts(taken, zone))));
        return involvements;
    }

    /** What the classifier reads of the whole interaction, whoever acted. */
    public InvolvementFacts facts(ZoneId zone) {
        return facts(actions, zone);
    }

    private InvolvementFacts facts(List<PoliceAction> taken, ZoneId zone) {
        return new InvolvementFacts(
                role,
                voided,
                conduct,
                initiator,
                taken.stream()
                        .map(action -> new ActionFact(action.code(), action.imminence()))
                        .toList(),
                opened.source().assumedImminence(),
                occurredAt.atZone(zone).toLocalDate());
    }

    /** The one place where a record is taken apart and put together again. */
    private static final class Draft {
        private final InteractionRecord from;
        private SubjectHandle subject;
        private InvolvementRole role;
        private Instant occurredAt;
        private @Nullable Code initiator;
        private @Nullable Code requestedBy;
        private @Nullable SchoolCode homeSchool;
        private @Nullable SecretRef identity;
        private @Nullable SecretRef statistics;
        private List<Code> conduct;
        private final List<PoliceAction> actions;
        private int highestActionNumber;
        private Treatment treatment;
        private @Nullable Decision decision;
        private boolean voided;

        Draft(InteractionRecord from) {
            this.from = from;
            subject = from.subject;
            role = from.role;
            occurredAt = from.occurredAt;
            initiator = from.initiator;
            requestedBy = from.requestedBy;
            homeSchool = from.homeSchool;
            identity = from.identity;
            statistics = from.statistics;
            conduct = from.conduct;
            actions = new ArrayList<>(from.actions);
            highestActionNumber = from.highestActionNumber;
            treatment = from.treatment;
            decision = from.decision;
            voided = from.voided;
        }

        void put(PoliceAction action) {
            highestActionNumber = Math.max(highestActionNumber, action.number());
            for (int i = 0; i < actions.size(); i++) {
                if (actions.get(i).number() == action.number()) {
                    actions.set(i, action);
                    return;
                }
            }
            actions.add(action);
        }

        void correct(CorrectedFact corrected) {
            switch (corrected) {
                case CorrectedFact.Conduct fact -> conduct = fact.conduct();
                case CorrectedFact.Initiator fact -> {
                    initiator = fact.initiator();
                    requestedBy = fact.requestedBy();
                }
                case CorrectedFact.OccurredAt fact -> occurredAt = fact.occurredAt();
                case CorrectedFact.Role fact -> role = fact.role();
                case CorrectedFact.Action fact -> put(fact.action());
                case CorrectedFact.ActionWithdrawn fact -> actions.removeIf(action -> action.number() == fact.number());
                case CorrectedFact.Settlement fact -> decision = fact.decision();
                case CorrectedFact.OfTreatment fact -> treatment = treatment.after(fact);
                case CorrectedFact.Statistics fact -> statistics = fact.statistics();
            }
        }

        InteractionRecord record() {
            return new InteractionRecord(
                    from.opened,
                    subject,
                    role,
                    occurredAt,
                    initiator,
                    requestedBy,
                    homeSchool,
                    identity,
                    statistics,
                    conduct,
                    actions,
                    highestActionNumber,
                    treatment,
                    decision,
                    voided);
        }
    }
}
