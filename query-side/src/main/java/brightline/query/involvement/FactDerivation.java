package brightline.query.involvement;

import brightline.edge.keys.PersonalPart.Statistics;
import brightline.events.Code;
import brightline.events.IncidentId;
import brightline.events.Stated;
import brightline.events.code.ActionLevel;
import brightline.events.code.CodeLists;
import brightline.events.code.Tier;
import brightline.events.interaction.InteractionRecord;
import brightline.events.interaction.Involvement;
import brightline.events.interaction.PoliceAction;
import brightline.events.rules.ActionFact;
import brightline.events.rules.Classification;
import brightline.events.rules.InvolvementClassifier;
import brightline.events.rules.InvolvementFacts;
import brightline.events.rules.RuleSet;
import brightline.query.projection.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes facts of records: a pure function. */
final class FactDerivation {
    private static final BigDecimal MILLIS_PER_HOUR = BigDecimal.valueOf(3_600_000);

    private final CodeLists lists;

    FactDerivation(CodeLists lists) {
        this.lists = lists;
    }

    /**
     * The facts of every officer in an interaction, in the order of first actions.
     *
     * @param primary the incident it counts under
     * @param firstRecordedAt when the interaction's first event was recorded
     * @param zone the agency's
     * @param student null where nothing is recorded, or nothing that can still be read
     */
    List<InvolvementFact> facts(
            InteractionRecord record,
            IncidentRecord incident,
            IncidentId primary,
            Instant firstRecordedAt,
            ZoneId zone,
            @Nullable Statistics student) {
        return record.involvements(zone).stream()
                .map(one -> fact(one, record, incident, primary, firstRecordedAt, zone, student))
                .toList();
    }

    /** Everything that can go wrong with an interaction's facts, without the facts. */
    void check(InteractionRecord record, ZoneId zone) {
        record.involvements(zone).forEach(one -> classes(one.facts()));
        ArrestDecision.of(record, zone, lists);
    }

    private InvolvementFact fact(
            Involvement one,
            InteractionRecord record,
            IncidentRecord incident,
            IncidentId primary,
            Instant firstRecordedAt,
            ZoneId zone,
            @Nullable Statistics student) {
        InvolvementFacts facts = one.facts();
        LocalDate on = facts.occurredOn();
        Tier tier = InvolvementClassifier.tier(facts, lists);
        ActionLevel level = InvolvementClassifier.highestLevel(facts, lists);
        Code outcome = record.decision() == null ? null : record.decision().outcome();
        List<PoliceAction> actions = record.actions().stream()
                .filter(action -> Objects.equals(action.officer(), one.officer()))
                .toList();
        Stated stated = imminence(facts);
        boolean assumed = stated == Stated.MISSING && facts.assumedImminence() != Stated.MISSING;
        Row row = Row.of("interaction_id", record.interactionId())
                .set("incident_id", record.incidentId())
                .set("primary_incident_id", primary)
                .set("incident_number", incident.number())
                .set("school", incident.school())
                .set("home_school", record.homeSchool())
                .set("place", incident.place())
                .set("in_session", incident.inSession())
                .set("occurred_at", record.occurredAt())
                .set("occurred_on", on)
                .set("month", on.toString().substring(0, 7))
                .set("officer", one.officer())
                .set("officer_capacity", one.capacity())
                .set("role", record.role())
                .set("initiator", record.initiator())
                .set("requested_by", record.requestedBy())
                .set("tier", tier == Tier.MISSING ? null : tier.toString())
                .set("action", level == ActionLevel.MISSING ? null : level.toString())
                .set("imminence", assumed ? facts.assumedImminence() : stated)
                .set("imminence_assumed", assumed)
                .set("race", student == null ? null : student.race())
                .set("sex", student == null ? null : student.sex())
                .set("grade_band", student == null ? null : student.gradeBand())
                .set("disability", student == null ? null : student.disability())
                .set("english_learner", student == null ? null : student.englishLearner())
                .set("pseudonym", student == null ? null : student.pseudonym())
                .set("outcome", outcome)
                .set("custodial", ArrestDecision.isCustodial(actions, outcome, on, lists))
                .set("cited", ArrestDecision.isCited(actions, outcome, on, lists))
                .set(
                        "arrest_possible",
                        record.decision() == null ? null : record.decision().arrestLawfullyPossible())
                .set("decision", ArrestDecision.of(record, zone, lists).orElse(null))
                .set("lag_hours", hours(record.occurredAt(), firstRecordedAt))
                .set("import_id", record.source().importId())
                .set("voided", record.voided());
        return new InvolvementFact(record.interactionId(), one.officer(), row, classes(facts));
    }

    private List<Classification> classes(InvolvementFacts facts) {
        return RuleSet.installed().stream()
                .map(rules -> InvolvementClassifier.classify(facts, rules, lists))
                .toList();
    }

    /** YES if any action was taken under threat; else MISSING if any leaves it open; NO only where all say so. */
    private static Stated imminence(InvolvementFacts facts) {
        List<Stated> said = facts.actions().stream().map(ActionFact::imminence).toList();
        if (said.contains(Stated.YES)) {
            return Stated.YES;
        }
        return said.isEmpty() || said.contains(Stated.MISSING) ? Stated.MISSING : Stated.NO;
    }

    private static BigDecimal hours(Instant from, Instant to) {
        return BigDecimal.valueOf(Duration.between(from, to).toMillis())
                .divide(MILLIS_PER_HOUR, 4, RoundingMode.HALF_UP);
    }
}
