package brightline.query.pages.cases;

import brightline.events.Code;
import brightline.events.agency.AgencySettings;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.query.audit.CaseTimeline;
import brightline.query.audit.CaseTimeline.Involvement;
import brightline.query.audit.CaseTimeline.Line;
import brightline.query.figures.AgreementTerm;
import brightline.query.figures.AsKnownOn;
import brightline.query.pages.ClassWords;
import brightline.query.pages.Moment;
import brightline.query.pages.cases.CasePage.Classed;
import brightline.query.pages.cases.CasePage.Event;
import brightline.query.pages.cases.CasePage.Fact;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a case in the words of the page. */
final class CaseTelling {
    private static final String NOT_STATED = "Not stated";

    private CaseTelling() {}

    /**
     * The page.
     *
     * @param whole the case as known now
     * @param known the case as known at the moment; null when nothing of it was
     * @param moment null for now
     */
    static CasePage page(
            CaseTimeline whole,
            @Nullable CaseTimeline known,
            String asKnownOn,
            @Nullable String error,
            @Nullable AsKnownOn moment,
            AgencySettings settings) {
        ZoneId zone = settings.zone();
        return new CasePage(
                whole.interactionId().toString(),
                whole.involvements().isEmpty()
                        ? whole.incidentId().toString()
                        : whole.involvements().getFirst().number(),
                asKnownOn,
                error,
                moment == null ? null : new Moment(moment.moment(zone), zone),
                whole.lines().stream()
                        .map(line -> event(line, zone, settings.lateAfterHours()))
                        .toList(),
                known == null ? List.of() : facts(known, zone),
                known == null ? List.of() : classes(known));
    }

    private static Event event(Line line, ZoneId zone, int lateAfterHours) {
        Duration lag =
                line.occurredAt() == null ? Duration.ZERO : Duration.between(line.occurredAt(), line.recordedAt());
        return new Event(
                line.index(),
                line.words(),
                line.kind(),
                line.actor(),
                line.occurredAt() == null ? null : new Moment(line.occurredAt(), zone),
                new Moment(line.recordedAt(), zone),
                lag.compareTo(Duration.ofHours(lateAfterHours)) > 0 ? lag.toHours() : null);
    }

    private static List<Fact> facts(CaseTimeline known, ZoneId zone) {
        List<Fact> facts = new ArrayList<>();
        for (Involvement one : known.involvements()) {
            LocalDate day = one.occurredOn();
            long source = one.knownFromIndex();
            if (facts.isEmpty()) {
                facts.add(new Fact("School", one.schoolName() == null ? one.school() : one.schoolName(), source));
                facts.add(new Fact("Happened", new Moment(one.occurredAt(), zone).text(), source));
                facts.add(new Fact("The student’s part", ClassWords.plain(one.role()), source));
                facts.add(new Fact("Who started it", named("initiator", one.initiator(), day), source));
                facts.add(new Fact("Tier of the conduct", ClassWords.tier(one.tier()), source));
                facts.add(new Fact("Outcome", named("outcome", one.outcome(), day), source));
                facts.add(new Fact("Arrest lawfully possible", stated(one.arrestPossible()), source));
                if (one.voided()) {
                    facts.add(new Fact("Voided", "Yes: it counts nowhere", source));
                }
            }
            facts.add(new Fact(
                    "Officer", officer(one) + ", " + ClassWords.assignment(one.officerCapacity(), day), source));
            facts.add(new Fact("– highest level of action", ClassWords.level(one.action()), source));
            facts.add(new Fact(
                    "– real and immediate threat",
                    stated(one.imminence())
                            + (one.imminenceAssumed() ? " (assumed: the imported file does not say)" : ""),
                    source));
        }
        return facts;
    }

    private static List<Classed> classes(CaseTimeline known) {
        boolean several = known.involvements().size() > 1;
        return known.involvements().stream()
                .flatMap(one -> one.classes().stream()
                        .map(classed -> new Classed(
                                classed.ruleSet(),
                                several ? officer(one) : null,
                                ClassWords.of(classed.involvementClass()),
                                classed.rule(),
                                ClassWords.reason(classed.reason()),
                                standing(classed.ruleSet(), known.agreement()))))
                .toList();
    }

    private static String standing(int ruleSet, @Nullable AgreementTerm agreement) {
        if (agreement == null) {
            return ruleSet == AgreementTerm.RULE_SET_WITHOUT
                    ? "NONE IN FORCE: this rule set measures"
                    : "Not in force; for comparison";
        }
        return agreement.ruleSet() == ruleSet ? "In force: " + agreement.title() : "Not in force; for comparison";
    }

    private static String officer(Involvement involvement) {
        return involvement.officerName() == null ? "An officer not named" : "Officer " + involvement.officerName();
    }

    private static String named(String list, @Nullable String code, LocalDate day) {
        return code == null
                ? NOT_STATED
                : CodeLists.standard()
                        .find(new Code(list, code), day)
                        .map(CodeEntry::name)
                        .orElse(code);
    }

    private static String stated(@Nullable String value) {
        return value == null ? NOT_STATED : ClassWords.plain(value);
    }
}
