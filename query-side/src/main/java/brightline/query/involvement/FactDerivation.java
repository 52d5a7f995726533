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
import brightline.query.involvement.InvolvementFact.StudentStatistics;
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
     */
    List<InvolvementFact> facts(
            InteractionRecord record,
            IncidentRecord incident,
            IncidentId primary,
            Instant firstRecordedAt,
            ZoneId zone,
            StudentStatistics student) {
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
            StudentStatistics student) {
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
        return new InvolvementFact(
                record.interactionId(),
                record.incidentId(),
                primary,
                incident.number(),
                incident.school().value(),
                record.homeSchool() == null ? null : record.homeSchool().value(),
                code(incident.place()),
                said(incident.inSession()),
                record.occurredAt(),
                on,
                one.officer() == null ? null : one.officer().value(),
                code(one.capacity()),
                record.role().name(),
                code(record.initiator()),
                code(record.requestedBy()),
                tier == Tier.MISSING ? null : tier.toString(),
                level == ActionLevel.MISSING ? null : level.toString(),
                said(assumed ? facts.assumedImminence() : stated),
                assumed,
                student,
                code(outcome),
                ArrestDecision.isCustodial(actions, outcome, on, lists),
                ArrestDecision.isCited(actions, outcome, on, lists),
                record.decision() == null ? null : said(record.decision().arrestLawfullyPossible()),
                ArrestDecision.of(record, zone, lists).map(Enum::name).orElse(null),
                hours(record.occurredAt(), firstRecordedAt),
                record.source().importId() == null
                        ? null
                        : record.source().importId().value(),
                record.voided(),
                classes(facts));
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

    static StudentStatistics student(Statistics recorded) {
        return new StudentStatistics(
                code(recorded.race()),
                code(recorded.sex()),
                code(recorded.gradeBand()),
                code(recorded.disability()),
                said(recorded.englishLearner()),
                recorded.pseudonym());
    }

    private static BigDecimal hours(Instant from, Instant to) {
        return BigDecimal.valueOf(Duration.between(from, to).toMillis())
                .divide(MILLIS_PER_HOUR, 4, RoundingMode.HALF_UP);
    }

    private static @Nullable String code(@Nullable Code code) {
        return code == null ? null : code.code();
    }

    private static @Nullable String said(Stated stated) {
        return stated == Stated.MISSING ? null : stated.name();
    }
}
