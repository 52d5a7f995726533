package brightline.query.audit;

import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.interaction.InteractionRecord;
import brightline.events.rules.Advice;
import brightline.events.rules.Classification;
import brightline.events.rules.InvolvementClassifier;
import brightline.events.rules.RuleSet;
import brightline.query.audit.CaseFold.*;
import brightline.query.audit.CaseTimeline.Line;
import brightline.query.figures.AgreementTerm;
import brightline.query.involvement.IncidentRecord;
import brightline.query.projection.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A case step by step, each step one submission, with the facts and the class as they stood after each.
 *
 * @param number of the incident
 * @param place of the contact among those of its incident, from 1
 * @param contacts of the incident, this one included, in order; as known now
 * @param steps in the order of recording
 * @param record the contact as it is recorded now
 * @param version of the contact's stream, for an edit's If-Match
 * @param incidentVersion of the incident's stream
 * @param school where it happened, as known now
 * @param missing events of the case that could not be handled and may be missing
 */
public record CaseStory(
        UUID interactionId,
        UUID incidentId,
        String number,
        int place,
        List<UUID> contacts,
        List<Step> steps,
        InteractionRecord record,
        long version,
        long incidentVersion,
        String school,
        long missing) {
    public CaseStory {
        contacts = List.copyOf(contacts);
        steps = List.copyOf(steps);
    }

    /**
     * One submission.
     *
     * @param actor the account or source that recorded it
     * @param recordedAt when its last event was
     * @param lastIndex of its last event: what was known after the step is what has no higher index
     * @param lines its events in plain words
     * @param facts the facts after it
     * @param readings the class after it, per officer; none while no contact was recorded
     * @param corrects whether it corrects, adds, moves, links or voids what an earlier step recorded
     */
    public record Step(
            String actor,
            Instant recordedAt,
            long lastIndex,
            List<Line> lines,
            List<Known> facts,
            List<OfficerReading> readings,
            boolean corrects) {
        public Step {
            lines = List.copyOf(lines);
            facts = List.copyOf(facts);
            readings = List.copyOf(readings);
        }
    }

    /**
     * A fact in words.
     *
     * @param label what it is called, such as {@code What the student did}
     * @param number of an action, a kind of treatment, or a place in a list; 0 where there is one of the kind only
     * @param words null once it was taken away
     * @param setBy index of the event that set it
     * @param before what stood before, in words; null when nothing did
     */
    public record Known(
            About about,
            String label,
            int number,
            @Nullable String words,
            long setBy,
            @Nullable String before) {}

    /**
     * How an officer's part is read.
     *
     * @param officer name; null where none is named
     * @param handedOverAfter names of the police powers used in a contact that was handed over to the school; empty when none were,
     *     or it was not
     * @param agreement in force on the day of the contact; null for none
     */
    public record OfficerReading(
            @Nullable String officer,
            Classification classification,
            List<String> handedOverAfter,
            @Nullable AgreementTerm agreement) {
        public OfficerReading {
            handedOverAfter = List.copyOf(handedOverAfter);
        }
    }

    /** What telling a case needs besides its events. */
    record Ground(CaseNames names, List<AgreementTerm> agreements, ZoneId zone, CodeLists lists, long missing) {}

    private static final List<String> CHANGES = List.of(
            "interaction.corrected",
            "interaction.subject-corrected",
            "interaction.supplemented",
            "interaction.voided",
            "incident.school-corrected",
            "incident.linked");

    /**
     * Tells a case.
     *
     * @param events of the incident and of the contact
     * @param lines everything recorded of the case, what follows of it too
     * @throws IllegalArgumentException when the events begin neither
     */
    static CaseStory of(UUID interaction, List<Recorded> events, List<Line> lines, Ground ground) {
        List<Recorded> ordered = events.stream()
                .sorted(Comparator.comparingLong(Recorded::index))
                .toList();
        Map<String, List<Line>> submissions = new LinkedHashMap<>();
        lines.stream()
                .sorted(Comparator.comparingLong(Line::index))
                .forEach(line -> submissions
                        .computeIfAbsent(line.submission(), _ -> new ArrayList<>())
                        .add(line));
        List<List<Line>> inOrder = submissions.values().stream()
                .sorted(Comparator.comparingLong(step -> step.getLast().index()))
                .toList();
        List<Step> steps = new ArrayList<>();
        CaseFold fold = CaseFold.EMPTY;
        int next = 0;
        for (List<Line> step : inOrder) {
            long last = step.getLast().index();
            while (next < ordered.size() && ordered.get(next).index() <= last) {
                fold = fold.after(ordered.get(next));
                next++;
            }
            steps.add(new Step(
                    step.getLast().actor(),
                    step.getLast().recordedAt(),
                    last,
                    step,
                    facts(fold, ground),
                    readings(fold, ground),
                    step.stream().anyMatch(line -> CHANGES.contains(line.kind()))));
        }
        IncidentRecord incident = fold.incident();
        InteractionRecord contact = fold.interaction();
        if (incident == null || contact == null) {
            throw new IllegalArgumentException("A case begins with its incident and its contact");
        }
        List<UUID> contacts =
                incident.interactions().stream().map(one -> one.value()).toList();
        return new CaseStory(
                interaction,
                incident.incidentId().value(),
                incident.number(),
                contacts.indexOf(interaction) + 1,
                contacts,
                steps,
                contact,
                version(ordered, interaction.toString()),
                version(ordered, incident.incidentId().toString()),
                incident.school().toString(),
                ground.missing());
    }

    private static long version(List<Recorded> events, String stream) {
        return events.stream()
                .filter(one -> one.stream().equals(stream))
                .mapToLong(Recorded::sequence)
                .max()
                .orElse(-1);
    }

    static List<Known> facts(CaseFold fold, Ground ground) {
        InteractionRecord contact = fold.interaction();
        LocalDate day = contact == null
                ? LocalDate.ofInstant(Instant.EPOCH, ZoneOffset.UTC)
                : contact.occurredAt().atZone(ground.zone()).toLocalDate();
        FactWords words = new FactWords(new EventWords(ground.lists(), day), ground.names());
        return fold.facts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparing(Key::about).thenComparing(Key::number)))
                .map(entry -> known(entry.getKey(), entry.getValue(), words))
                .toList();
    }

    private static Known known(Key key, Fact fact, FactWords words) {
        Object value = fact.value();
        Object before = fact.before();
        Object either = Objects.requireNonNull(value == null ? before : value);
        String said = value == null ? null : words.of(key.about(), value);
        return new Known(
                key.about(),
                words.label(key.about(), either),
                key.number(),
                key.about() == About.STUDENT && before != null ? "Another student than was first recorded" : said,
                fact.setBy(),
                before == null
                        ? null
                        : key.about() == About.STUDENT ? "The student first recorded" : words.of(key.about(), before));
    }

    private static List<OfficerReading> readings(CaseFold fold, Ground ground) {
        InteractionRecord contact = fold.interaction();
        if (contact == null) {
            return List.of();
        }
        LocalDate day = contact.occurredAt().atZone(ground.zone()).toLocalDate();
        AgreementTerm agreement = ground.agreements().stream()
                .filter(term -> !day.isBefore(term.from()) && (term.to() == null || !day.isAfter(term.to())))
                .findFirst()
                .orElse(null);
        RuleSet rules = RuleSet.of(agreement == null ? AgreementTerm.RULE_SET_WITHOUT : agreement.ruleSet());
        return contact.involvements(ground.zone()).stream()
                .map(one -> new OfficerReading(
                        one.officer() == null
                                ? null
                                : ground.names()
                                        .officers()
                                        .getOrDefault(
                                                one.officer().toString(),
                                                one.officer().toString()),
                        InvolvementClassifier.classify(one.facts(), rules, ground.lists()),
                        Advice.handedOverAfter(one.facts(), ground.lists()).stream()
                                .map(CodeEntry::name)
                                .toList(),
                        agreement))
                .toList();
    }

    /** Place of the step that recorded the event of that index, or of the last one before it; 0 when none did. */
    public int stepOf(long index) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).lastIndex() >= index) {
                return i;
            }
        }
        return 0;
    }

    /** Whether the officer recorded the contact, or acted in it. */
    public boolean isOf(UUID officer) {
        return record.opened().reportingOfficer() != null
                        && record.opened().reportingOfficer().value().equals(officer)
                || record.actions().stream()
                        .anyMatch(action -> action.officer() != null
                                && Objects.equals(action.officer().value(), officer));
    }
}
