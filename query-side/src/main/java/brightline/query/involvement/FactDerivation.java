package brightline.query.involvement;

import brightline.edge.keys.PersonalPart.FromList;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.code.ActionLevel;
import brightline.events.code.CodeLists;
import brightline.events.code.Tier;
import brightline.events.interaction.Decision;
import brightline.events.interaction.InteractionRecord;
import brightline.events.interaction.Involvement;
import brightline.events.interaction.PoliceAction;
import brightline.events.rules.ActionFact;
import brightline.events.rules.Classification;
import brightline.events.rules.InvolvementClass;
import brightline.events.rules.InvolvementClassifier;
import brightline.events.rules.InvolvementFacts;
import brightline.events.rules.RuleSet;
import brightline.query.involvement.InvolvementFact.Reading;
import brightline.query.projection.Row;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes facts of records: a pure function. */
final class FactDerivation {
    private final CodeLists lists;

    FactDerivation(CodeLists lists) {
        this.lists = lists;
    }

    /**
     * The facts of every officer in an interaction, in the order of first actions.
     *
     * <p>Records that tell of one student in one incident are one: all of them happened when the primary one says, where the primary
     * incident says, to the student as the primary one's school year knows him or her; and of those that name one officer the one with
     * the worst class counts, at a tie the primary one.
     *
     * @param same all records that tell of this student in this incident, this one among them, the primary one first
     * @param zone the agency's
     */
    List<InvolvementFact> facts(ContactRecord told, List<ContactRecord> same, ZoneId zone) {
        return told.record().involvements(zone).stream()
                .map(one -> fact(one, told, same, zone))
                .toList();
    }

    /** Everything that can go wrong with an interaction's facts, without the facts. */
    void check(InteractionRecord record, ZoneId zone) {
        record.involvements(zone).forEach(one -> classes(one.facts()));
        ArrestDecision.of(record, List.of(record), zone, lists);
    }

    private InvolvementFact fact(Involvement one, ContactRecord told, List<ContactRecord> same, ZoneId zone) {
        InteractionRecord record = told.record();
        Statistics student = told.student();
        List<ContactRecord> ofOfficer = same.stream()
                .filter(other ->
                        other.equals(told) || part(other, one.officer(), zone).isPresent())
                .toList();
        LocalDate countedOn = day(same.getFirst(), zone);
        InvolvementFacts facts = one.facts();
        LocalDate on = facts.occurredOn();
        Tier tier = InvolvementClassifier.tier(facts, lists);
        ActionLevel level = InvolvementClassifier.highestLevel(facts, lists);
        Stated stated = record.actions().isEmpty() ? record.threat() : imminence(facts);
        boolean assumed = stated == Stated.MISSING && facts.assumedImminence() != Stated.MISSING;
        Row row = Row.of("interaction_id", record.interactionId())
                .set("incident_id", record.incidentId())
                .set("primary_incident_id", told.primary())
                .set("incident_number", told.incident().number())
                .set("own_school", told.incident().school())
                .set("own_day", on)
                .set("school", told.counted().school())
                .set("home_school", homeSchool(told))
                .set("place", told.counted().place())
                .set("in_session", told.counted().inSession())
                .set("occurred_at", record.occurredAt())
                .set("occurred_on", countedOn)
                .set("month", countedOn.toString().substring(0, 7))
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
                .set("pseudonym", pseudonym(same.getFirst()))
                .set("outcome", outcome(told))
                .set("custodial", isCustodial(told, one.officer(), zone))
                .set("cited", isCited(told, one.officer(), zone))
                .set("unit_custodial", ofOfficer.stream().anyMatch(other -> isCustodial(other, one.officer(), zone)))
                .set("unit_cited", ofOfficer.stream().anyMatch(other -> isCited(other, one.officer(), zone)))
                .set(
                        "arrest_possible",
                        record.decision() == null ? null : record.decision().arrestLawfullyPossible())
                .set(
                        "decision",
                        ArrestDecision.of(
                                        record,
                                        same.stream().map(ContactRecord::record).toList(),
                                        zone,
                                        lists)
                                .orElse(null))
                .set("lag_micros", lag(told))
                .set(
                        "unit_recorded_at",
                        first(ofOfficer).map(ContactRecord::firstRecordedAt).orElse(null))
                .set(
                        "unit_lag_micros",
                        first(ofOfficer).map(FactDerivation::lag).orElse(null))
                .set("import_id", record.source().importId())
                .set("voided", record.voided());
        return new InvolvementFact(record.interactionId(), one.officer(), row, readings(told, one, ofOfficer, zone));
    }

    /** By what the officer did, or by how the contact was settled. */
    private boolean isCustodial(ContactRecord told, @Nullable OfficerId officer, ZoneId zone) {
        return ArrestDecision.isCustodial(actions(told, officer), outcome(told), day(told, zone), lists);
    }

    /** By what the officer did, or by how the contact was settled. */
    private boolean isCited(ContactRecord told, @Nullable OfficerId officer, ZoneId zone) {
        return ArrestDecision.isCited(actions(told, officer), outcome(told), day(told, zone), lists);
    }

    private static List<PoliceAction> actions(ContactRecord told, @Nullable OfficerId officer) {
        return told.record().actions().stream()
                .filter(action -> Objects.equals(action.officer(), officer))
                .toList();
    }

    private static @Nullable Code outcome(ContactRecord told) {
        Decision decision = told.record().decision();
        return decision == null ? null : decision.outcome();
    }

    private static LocalDate day(ContactRecord told, ZoneId zone) {
        return told.record().occurredAt().atZone(zone).toLocalDate();
    }

    /** As recorded of the contact, else as the district's list said. */
    private static @Nullable SchoolCode homeSchool(ContactRecord told) {
        SchoolCode recorded = told.record().homeSchool();
        Statistics student = told.student();
        FromList list = student == null ? null : student.list();
        return recorded != null || list == null ? recorded : list.homeSchool();
    }

    private static @Nullable String pseudonym(ContactRecord told) {
        Statistics student = told.student();
        return student == null ? null : student.pseudonym();
    }

    /** The record counts whose class is the worst; they come with the primary one first. */
    private List<Reading> readings(ContactRecord told, Involvement one, List<ContactRecord> ofOfficer, ZoneId zone) {
        List<Classification> own = classes(one.facts());
        List<List<Classification>> all = ofOfficer.stream()
                .map(other -> other.equals(told)
                        ? own
                        : classes(part(other, one.officer(), zone).orElseThrow().facts()))
                .toList();
        int place = ofOfficer.indexOf(told);
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < own.size(); i++) {
            readings.add(new Reading(own.get(i), place == worst(all, i)));
        }
        return readings;
    }

    /** The place of the record with the worst class, the first of several. */
    private static int worst(List<List<Classification>> records, int set) {
        int worst = 0;
        for (int i = 1; i < records.size(); i++) {
            if (classIn(records.get(i), set).compareTo(classIn(records.get(worst), set)) < 0) {
                worst = i;
            }
        }
        return worst;
    }

    private static InvolvementClass classIn(List<Classification> record, int set) {
        return record.get(set).involvementClass();
    }

    /** An officer's part in a record. */
    private static Optional<Involvement> part(ContactRecord told, @Nullable OfficerId officer, ZoneId zone) {
        return told.record().involvements(zone).stream()
                .filter(one -> Objects.equals(one.officer(), officer))
                .findFirst();
    }

    /** Of those entered here the one that was recorded first: when a file's lines were first recorded is not known. */
    private static Optional<ContactRecord> first(List<ContactRecord> records) {
        return records.stream()
                .filter(told -> told.record().source().importId() == null)
                .min(Comparator.comparingLong(ContactRecord::firstIndex));
    }

    private List<Classification> classes(InvolvementFacts facts) {
        return InvolvementClassifier.classify(facts, RuleSet.installed(), lists);
    }

    /** YES if any action was taken under threat; else MISSING if any leaves it open; NO only where all say so. */
    private static Stated imminence(InvolvementFacts facts) {
        List<Stated> said = facts.actions().stream().map(ActionFact::imminence).toList();
        if (said.contains(Stated.YES)) {
            return Stated.YES;
        }
        return said.isEmpty() || said.contains(Stated.MISSING) ? Stated.MISSING : Stated.NO;
    }

    private static long lag(ContactRecord told) {
        return ChronoUnit.MICROS.between(told.record().occurredAt(), told.firstRecordedAt());
    }
}
