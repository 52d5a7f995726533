package brightline.command.interaction;

import brightline.command.fields.FieldReader;
import brightline.command.register.OfficerEntry;
import brightline.edge.keys.PersonalPart.*;
import brightline.events.AgreementId;
import brightline.events.Code;
import brightline.events.InteractionId;
import brightline.events.InvolvementRole;
import brightline.events.PersonName;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.StudentId;
import brightline.events.WordsForNothing;
import brightline.events.interaction.Act;
import brightline.events.interaction.ContactFacts;
import brightline.events.interaction.Decision;
import brightline.events.interaction.Decision.AlternativeConsidered;
import brightline.events.interaction.InteractionEvent.ActionUnticked;
import brightline.events.interaction.InteractionEvent.AdviceShown;
import brightline.events.interaction.PoliceAction;
import brightline.events.interaction.Treatment;
import brightline.events.rules.InvolvementClass;
import brightline.events.rules.RuleSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads one student's entry, and parts of one for corrections and supplements. */
public final class EntryReader {
    static final int NARRATIVE = 20_000;
    private static final int NAME = 100;
    private static final int NUMBER = 40;
    private static final int CODES = 20;
    private static final int ACTIONS = 50;
    private static final int CHANGES = 100;
    private static final List<String> CONDUCT_LISTS = List.of("cps-scc", "nibrs");

    private final FieldReader fields;
    private final TreatmentReader treatment;

    public EntryReader(FieldReader fields) {
        this.fields = fields;
        this.treatment = new TreatmentReader(fields);
    }

    /** The part that reads how the student was treated. */
    TreatmentReader treatment() {
        return treatment;
    }

    /**
     * The contact an entry describes.
     *
     * @param at JSON pointer to the entry
     * @param incidentOccurredAt null when that could not be read
     * @param reporter whose report it is when the entry does not say
     * @return null when something was found wrong that leaves no contact
     */
    public @Nullable StudentContact read(
            String at, StudentEntry entry, InteractionId id, @Nullable Instant incidentOccurredAt, Reporter reporter) {
        InvolvementRole role = fields.required(
                at + "/role", entry.role(), fields.constant(at + "/role", entry.role(), InvolvementRole.class));
        Instant own = fields.moment(at + "/occurredAt", entry.occurredAt());
        Instant occurredAt = entry.occurredAt() == null ? incidentOccurredAt : own;
        LocalDate day = occurredAt == null ? null : fields.day(occurredAt);

        OfficerEntry officer = reportingOfficer(at, entry, reporter, day);
        Code capacity = fields.code(at + "/capacity", entry.capacity(), "capacity", day);
        if (capacity == null && (officer == null || officer.officerId().equals(reporter.officer()))) {
            capacity = reporter.capacity();
        }
        if (capacity == null && officer != null) {
            capacity = officer.capacity();
        }
        Stated imminent = fields.stated(at + "/imminentThreat", entry.imminentThreat());
        Code reason = fields.code(at + "/imminenceReason", entry.imminenceReason(), "imminence-reason", day);
        if (imminent == Stated.YES && entry.imminenceReason() == null) {
            fields.wrong(at + "/imminenceReason", "missing", "must say what threatened, since imminentThreat is YES");
        }
        List<PoliceAction> actions = actions(
                at + "/actions", entry.actions(), 1, day, new ActionDefaults(officer, capacity, imminent, reason));
        if (role == InvolvementRole.SUBJECT
                && (entry.actions() == null || entry.actions().isEmpty())) {
            fields.wrong(at + "/actions", "action-missing", "must hold what the officer did, at least presence");
        }
        Identity identity = identity(at + "/student", entry.student());
        Told told = told(at + "/student", entry.student());
        Statistics statistics = statistics(at + "/statistics", entry.statistics(), identity, day);
        SchoolCode home = entry.student() == null
                ? null
                : fields.homeSchool(at + "/student/homeSchool", entry.student().homeSchool());
        String narrative = fields.account(at + "/narrative", entry.narrative(), NARRATIVE);
        Code initiator = fields.code(at + "/initiator", entry.initiator(), "initiator", day);
        Code requestedBy = fields.code(at + "/requestedBy", entry.requestedBy(), "requester", day);
        List<Code> conduct = conduct(at + "/conduct", entry.conduct(), day);
        Treatment treated = treatment.read(at, entry, officer, actions.size(), day);
        if (actions.isEmpty()) {
            treated = treated.under(imminent, imminent == Stated.YES ? reason : null);
        }
        Decision decision = decision(
                at, entry.outcome(), entry.arrestLawfullyPossible(), entry.alternativesConsidered(), day, null);
        if (role == InvolvementRole.SUBJECT && day != null) {
            arrestExplained(at + "/alternativesConsidered", conduct, initiator, actions, decision, day);
        }
        List<AdviceShown> advice = advice(id, at + "/adviceShown", entry.adviceShown());
        List<ActionUnticked> unticked = unticked(id, at + "/unticked", entry.unticked());
        if (role == null || occurredAt == null) {
            return null;
        }
        var facts = new ContactFacts(
                role,
                occurredAt,
                initiator,
                requestedBy,
                home,
                officer == null ? null : officer.officerId(),
                capacity,
                conduct,
                actions,
                treated,
                decision,
                advice,
                unticked);
        for (Act act : facts.longBefore()) {
            fields.wrong(
                    at + act.place(), "long-before", "lies more than 12 hours before the contact; look at its day");
        }
        return new StudentContact(
                id, facts, identity, told, statistics, narrative == null ? null : new Narrative(narrative));
    }

    /** An arrest of a student for whom an alternative was open says why none was used (measure M1). */
    private void arrestExplained(
            String at,
            List<Code> conduct,
            @Nullable Code initiator,
            List<PoliceAction> actions,
            @Nullable Decision decision,
            LocalDate day) {
        if (decision != null && ArrestExplanation.isMissing(conduct, initiator, actions, decision, day)) {
            fields.wrong(
                    at, "reason-missing", "must hold what was considered in place of the arrest, each with its reason");
        }
    }

    private @Nullable OfficerEntry reportingOfficer(
            String at, StudentEntry entry, Reporter reporter, @Nullable LocalDate day) {
        String sent = entry.officer();
        if (sent == null) {
            return reporter.officer() == null
                    ? null
                    : fields.register().officer(reporter.officer()).orElse(null);
        }
        OfficerEntry officer = fields.officer(at + "/officer", sent, day);
        if (officer != null && !reporter.mayNameOthers() && !officer.officerId().equals(reporter.officer())) {
            fields.wrong(at + "/officer", "not-own", "must be the signed-in officer");
        }
        return officer;
    }

    /** What an action takes over where it says nothing of its own. */
    record ActionDefaults(
            @Nullable OfficerEntry officer,
            @Nullable Code capacity,
            Stated imminence,
            @Nullable Code imminenceReason) {}

    List<PoliceAction> actions(
            String at,
            @Nullable List<StudentEntry.@Nullable Action> entries,
            int firstNumber,
            @Nullable LocalDate day,
            ActionDefaults defaults) {
        List<PoliceAction> actions = new ArrayList<>();
        List<StudentEntry.Action> sent = fields.list(at, entries, ACTIONS);
        for (int i = 0; i < sent.size(); i++) {
            PoliceAction action = action(at + "/" + i, sent.get(i), firstNumber + i, day, defaults);
            if (action != null) {
                actions.add(action);
            }
        }
        return actions;
    }

    @Nullable
    PoliceAction action(
            String at, StudentEntry.Action entry, int number, @Nullable LocalDate day, ActionDefaults defaults) {
        Code code = fields.required(
                at + "/code", entry.code(), fields.code(at + "/code", entry.code(), "police-action", day));
        OfficerEntry officer =
                entry.officer() == null ? defaults.officer() : fields.officer(at + "/officer", entry.officer(), day);
        Code capacity = fields.code(at + "/capacity", entry.capacity(), "capacity", day);
        if (capacity == null && officer != null) {
            capacity = officer.equals(defaults.officer()) ? defaults.capacity() : officer.capacity();
        }
        Stated imminence = entry.imminentThreat() == null
                ? defaults.imminence()
                : fields.stated(at + "/imminentThreat", entry.imminentThreat());
        Code reason = imminenceReason(at, entry, imminence, day, defaults);
        Instant startedAt = fields.moment(at + "/startedAt", entry.startedAt());
        Instant endedAt = treatment.endOf(at, startedAt, entry.endedAt());
        Code basis = fields.code(at + "/legalBasis", entry.legalBasis(), "legal-basis", day);
        Code referredTo = fields.code(at + "/referredTo", entry.referredTo(), "requester", day);
        return code == null
                ? null
                : new PoliceAction(
                        number,
                        code,
                        officer == null ? null : officer.officerId(),
                        capacity,
                        imminence,
                        reason,
                        startedAt,
                        endedAt,
                        basis,
                        referredTo);
    }

    private @Nullable Code imminenceReason(
            String at, StudentEntry.Action entry, Stated imminence, @Nullable LocalDate day, ActionDefaults defaults) {
        Code own = fields.code(at + "/imminenceReason", entry.imminenceReason(), "imminence-reason", day);
        if (imminence != Stated.YES) {
            if (entry.imminenceReason() != null) {
                fields.wrong(at + "/imminenceReason", "not-applicable", "is given only where imminentThreat is YES");
            }
            return null;
        }
        if (entry.imminenceReason() != null) {
            return own;
        }
        if (entry.imminentThreat() != null && defaults.imminenceReason() == null) {
            fields.wrong(at + "/imminenceReason", "missing", "must say what threatened, since imminentThreat is YES");
        }
        return defaults.imminenceReason();
    }

    List<Code> conduct(String at, @Nullable List<@Nullable String> entries, @Nullable LocalDate day) {
        List<Code> conduct = new ArrayList<>();
        List<String> sent = fields.list(at, entries, CODES);
        for (int i = 0; i < sent.size(); i++) {
            Code code = fields.codeOfOneOf(at + "/" + i, sent.get(i), CONDUCT_LISTS, day);
            if (code != null && !conduct.contains(code)) {
                conduct.add(code);
            }
        }
        return conduct;
    }

    @Nullable
    Identity identity(String at, StudentEntry.@Nullable Person person) {
        if (person == null) {
            return null;
        }
        String number = fields.number(at + "/number", person.number(), NUMBER);
        String first = PersonName.of(fields.text(at + "/firstName", person.firstName(), NAME));
        String last = PersonName.of(fields.text(at + "/lastName", person.lastName(), NAME));
        LocalDate born = fields.birthDate(at + "/birthDate", person.birthDate());
        if (WordsForNothing.isNoName(first, last) && (first != null || last != null)) {
            fields.wrong(
                    at + (last == null ? "/firstName" : "/lastName"), "no-name", "stands for no name; leave it out");
        }
        if (person.number() == null && first == null && last == null) {
            fields.wrong(at, "empty", "must hold a number or a name; leave it out when the student is not identified");
        }
        return new Identity(number, first, last, born);
    }

    /** Who is meant of those with the number. */
    Told told(String at, StudentEntry.@Nullable Person person) {
        if (person == null || (person.entry() == null && !Boolean.TRUE.equals(person.anotherPerson()))) {
            return Told.NOTHING;
        }
        UUID entry =
                person.entry() == null ? null : FieldReader.uuid(person.entry()).orElse(null);
        boolean another = Boolean.TRUE.equals(person.anotherPerson());
        if (person.entry() != null && entry == null) {
            fields.wrong(at + "/entry", "wrong-value", "must be the id of an entry");
        }
        if (person.number() == null) {
            fields.wrong(at + "/number", "missing", "must be given where it is said who is meant by it");
        }
        if (another && person.entry() != null) {
            fields.wrong(at + "/anotherPerson", "wrong-value", "must not stand beside an entry");
        }
        if (another && (person.birthDate() == null || (person.firstName() == null && person.lastName() == null))) {
            fields.wrong(
                    at + (person.birthDate() == null ? "/birthDate" : "/lastName"),
                    "missing",
                    "must be given for somebody else under a known number");
        }
        return new Told(entry == null ? null : new StudentId(entry), another);
    }

    /** @param identity whose birth date, where there is one, takes the place of a stated age; null when not known */
    @Nullable
    Statistics statistics(
            String at, StudentEntry.@Nullable Stats entry, @Nullable Identity identity, @Nullable LocalDate day) {
        Integer age = identity == null || day == null ? null : identity.ageOn(day);
        if (age == null && entry != null && entry.age() != null) {
            age = entry.age();
            if (age < 2 || age > 25) {
                fields.wrong(at + "/age", "out-of-range", "must be between 2 and 25");
            }
        }
        if (entry == null) {
            return age == null ? null : Statistics.NONE.aged(age);
        }
        var statistics = new Statistics(
                fields.code(at + "/race", entry.race(), "race", day),
                fields.code(at + "/sex", entry.sex(), "sex", day),
                fields.code(at + "/gradeBand", entry.gradeBand(), "grade-band", day),
                age,
                fields.code(at + "/disability", entry.disability(), "disability", day),
                fields.stated(at + "/englishLearner", entry.englishLearner()),
                null);
        return statistics.equals(Statistics.NONE) ? null : statistics;
    }

    /** @param before what was recorded: stays where nothing is sent; null for none */
    @Nullable
    Decision decision(
            String at,
            @Nullable String outcome,
            @Nullable String arrestLawfullyPossible,
            @Nullable List<StudentEntry.@Nullable Alternative> alternatives,
            @Nullable LocalDate day,
            @Nullable Decision before) {
        List<AlternativeConsidered> considered = new ArrayList<>();
        List<StudentEntry.Alternative> sent = fields.list(at + "/alternativesConsidered", alternatives, CODES);
        for (int i = 0; i < sent.size(); i++) {
            String here = at + "/alternativesConsidered/" + i;
            StudentEntry.Alternative one = sent.get(i);
            Code code = fields.required(
                    here + "/code", one.code(), fields.code(here + "/code", one.code(), "outcome", day));
            Code unused = fields.code(here + "/unusedReason", one.unusedReason(), "unused-reason", day);
            if (code != null) {
                considered.add(new AlternativeConsidered(code, unused));
            }
        }
        Code settled = fields.code(at + "/outcome", outcome, "outcome", day);
        Stated possible = fields.stated(at + "/arrestLawfullyPossible", arrestLawfullyPossible);
        var decision = new Decision(
                outcome == null && before != null ? before.outcome() : settled,
                arrestLawfullyPossible == null && before != null ? before.arrestLawfullyPossible() : possible,
                alternatives == null && before != null ? before.alternatives() : considered);
        return decision.equals(new Decision(null, Stated.MISSING, List.of())) ? null : decision;
    }

    private List<AdviceShown> advice(
            InteractionId id, String at, @Nullable List<StudentEntry.@Nullable Shown> entries) {
        List<AdviceShown> advice = new ArrayList<>();
        List<StudentEntry.Shown> sent = fields.list(at, entries, CHANGES);
        for (int i = 0; i < sent.size(); i++) {
            AdviceShown shown = advice(id, at + "/" + i, sent.get(i));
            if (shown != null) {
                advice.add(shown);
            }
        }
        return advice;
    }

    /** A class comes with its rule; the line alone, before anything was done, has neither. */
    private @Nullable AdviceShown advice(InteractionId id, String at, StudentEntry.Shown entry) {
        InvolvementClass shown = fields.constant(at + "/class", entry.involvementClass(), InvolvementClass.class);
        String rule = entry.involvementClass() == null
                ? entry.rule()
                : fields.required(at + "/rule", entry.rule(), entry.rule());
        if (entry.involvementClass() == null && rule != null) {
            fields.wrong(at + "/class", "missing", "must be given with its rule");
        }
        Integer ruleSet = fields.required(at + "/ruleSet", entry.ruleSet(), entry.ruleSet());
        if (rule != null && !rule.matches("R[0-9]{2}[A-Z]?")) {
            fields.wrong(at + "/rule", "wrong-value", "must be the number of a rule, such as R02");
        }
        if (ruleSet != null && RuleSet.installed().stream().noneMatch(set -> set.number() == ruleSet)) {
            fields.wrong(at + "/ruleSet", "wrong-value", "is not installed");
        }
        UUID agreement = entry.agreement() == null
                ? null
                : FieldReader.uuid(entry.agreement()).orElse(null);
        if (entry.agreement() != null && agreement == null) {
            fields.wrong(at + "/agreement", "wrong-value", "must be the id of an agreement");
        }
        Instant shownAt = fields.moment(at + "/shownAt", entry.shownAt());
        List<Code> ticked = new ArrayList<>();
        List<String> sent = fields.list(at + "/actions", entry.actions(), ACTIONS);
        for (int i = 0; i < sent.size(); i++) {
            Code action = fields.code(at + "/actions/" + i, sent.get(i), "police-action", null);
            if (action != null) {
                ticked.add(action);
            }
        }
        return ruleSet == null
                ? null
                : new AdviceShown(
                        id,
                        shown == null ? null : shown.name(),
                        rule,
                        ruleSet,
                        agreement == null ? null : new AgreementId(agreement),
                        shownAt,
                        entry.actions() == null ? null : ticked);
    }

    private List<ActionUnticked> unticked(
            InteractionId id, String at, @Nullable List<StudentEntry.@Nullable Unticked> entries) {
        List<ActionUnticked> unticked = new ArrayList<>();
        List<StudentEntry.Unticked> sent = fields.list(at, entries, CHANGES);
        for (int i = 0; i < sent.size(); i++) {
            String here = at + "/" + i;
            StudentEntry.Unticked one = sent.get(i);
            Code action = fields.required(
                    here + "/code", one.code(), fields.code(here + "/code", one.code(), "police-action", null));
            Instant moment = fields.required(
                    here + "/untickedAt", one.untickedAt(), fields.moment(here + "/untickedAt", one.untickedAt()));
            Code reason = fields.code(here + "/reason", one.reason(), "untick-reason", null);
            if (action != null && moment != null) {
                unticked.add(new ActionUnticked(id, action, moment, reason));
            }
        }
        return unticked;
    }
}
