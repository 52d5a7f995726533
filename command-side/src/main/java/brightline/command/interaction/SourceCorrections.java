package brightline.command.interaction;

import brightline.command.interaction.InteractionCommand.*;
import brightline.command.interaction.Interactions.Found;
import brightline.command.register.RegisterEdition;
import brightline.command.submission.CommandRejected;
import brightline.command.submission.Rule;
import brightline.edge.keys.CaseSecrets;
import brightline.edge.keys.Opened;
import brightline.edge.keys.PersonalPart;
import brightline.edge.keys.PersonalPart.*;
import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import brightline.edge.store.RecordedEvents;
import brightline.events.ComparisonForm;
import brightline.events.Correction;
import brightline.events.InteractionId;
import brightline.events.SchoolCode;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.Stated;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import brightline.events.interaction.ContactFacts;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.SourceRecorded;
import brightline.events.interaction.InteractionRecord;
import brightline.events.interaction.Treatment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Corrects contacts that files brought by what their source says of them now, within the transaction of its file: the decider
 * decides as about a correction by hand, and what somebody here corrected since stays.
 */
@Component
public class SourceCorrections {
    private final Interactions interactions;
    private final ContactRecorder recorder;
    private final PersonalParts parts;
    private final StudentIndex index;
    private final CountedStudents counted;
    private final RecordedEvents log;
    private final List<RecordWatcher> watchers;

    SourceCorrections(
            Interactions interactions,
            ContactRecorder recorder,
            PersonalParts parts,
            StudentIndex index,
            CountedStudents counted,
            RecordedEvents log,
            List<RecordWatcher> watchers) {
        this.interactions = interactions;
        this.recorder = recorder;
        this.parts = parts;
        this.index = index;
        this.counted = counted;
        this.log = log;
        this.watchers = List.copyOf(watchers);
    }

    /**
     * What a source says of a contact.
     *
     * @param usualCapacities numbers of the actions in whose capacity the officer's usual one stands, the source having said none
     * @param identity null if not identified
     * @param statistics null if nothing was said; without pseudonym
     * @param narrative null for no account
     * @param words what it said in its own codes
     */
    public record Said(
            ContactFacts facts,
            Set<Integer> usualCapacities,
            @Nullable Identity identity,
            @Nullable Statistics statistics,
            @Nullable String narrative,
            SourceRecorded words) {
        InteractionId id() {
            return words.interactionId();
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** What became of what a source says. */
    public sealed interface Outcome {
        /** @param changed something was recorded @param kept something stays as it was corrected here, though the source says otherwise */
        record Followed(boolean changed, boolean kept) implements Outcome {}

        /** Nothing was recorded: no correction says such a thing. */
        record Hindered(Hindrance by) implements Outcome {}

        /** Nothing was recorded: a rule refuses the correction. */
        record Refused(Rule rule) implements Outcome {}
    }

    /** What no correction by a source says. */
    public enum Hindrance {
        /** It is about somebody else, or no longer says about whom. */
        ANOTHER_STUDENT,
        /** Another officer is named as the one who recorded it. */
        ANOTHER_REPORTER,
        /** Questioning that was told is told no longer. */
        NO_QUESTIONING,
        /** Personal parts were erased. */
        ERASED
    }

    /** Contacts as they stand, with what of them can be opened: asked for together. */
    private record Known(
            Map<InteractionId, SourcedContact> contacts,
            Map<SecretId, Opened<Identity>> identities,
            Map<SecretId, Opened<Statistics>> statistics,
            Map<SecretId, Opened<Narrative>> accounts) {
        static <T extends PersonalPart> @Nullable T open(Map<SecretId, Opened<T>> opened, @Nullable SecretRef ref) {
            return ref == null
                    ? null
                    : Optional.ofNullable(opened.get(ref.secretId()))
                            .flatMap(Opened::value)
                            .orElse(null);
        }
    }

    /** A contact in hand. */
    private record Case(SourcedContact before, Said said, Known known, RegisterEdition register) {
        InteractionRecord told() {
            return before.told();
        }

        InteractionRecord standing() {
            return before.standing().record();
        }

        @Nullable
        Identity identity(InteractionRecord of) {
            return Known.open(known.identities, of.identity());
        }

        @Nullable
        Statistics statistics(InteractionRecord of) {
            return Known.open(known.statistics, of.statistics());
        }

        Who who(InteractionRecord of) {
            return Who.of(identity(of), of.homeSchool());
        }

        /** The last one its source gave; null for none. */
        @Nullable
        String account() {
            Narrative last = Known.open(known.accounts, before.account());
            return last == null ? null : last.text();
        }

        boolean isErased() {
            return (standing().identity() != null && identity(standing()) == null)
                    || (standing().statistics() != null && statistics(standing()) == null);
        }
    }

    /**
     * Takes in what sources say of contacts.
     *
     * @param said each of another contact, which is there
     * @return what became of each, in their order
     * @throws org.axonframework.modelling.command.ConcurrencyException when one was written elsewhere: all may be tried again
     */
    public List<Outcome> follow(List<Said> said, RegisterEdition register) throws Exception {
        Known known = known(said);
        List<Outcome> outcomes = new ArrayList<>();
        for (Said one : said) {
            SourcedContact before = Objects.requireNonNull(known.contacts.get(one.id()), "The contact is there");
            outcomes.add(follow(new Case(before, one, known, register)));
        }
        return outcomes;
    }

    private Known known(List<Said> said) {
        Map<String, List<InteractionEvent>> streams = new LinkedHashMap<>();
        List<String> ids = said.stream().map(one -> one.id().toString()).toList();
        for (TrackedEventMessage<?> message : log.ofStreams(ids, Long.MAX_VALUE)) {
            streams.computeIfAbsent(((DomainEventMessage<?>) message).getAggregateIdentifier(), _ -> new ArrayList<>())
                    .add((InteractionEvent) message.getPayload());
        }
        Map<InteractionId, SourcedContact> contacts = new HashMap<>();
        streams.values().forEach(events -> contacts.put(events.getFirst().interactionId(), SourcedContact.of(events)));
        return new Known(
                contacts,
                parts.openAll(refs(contacts.values(), InteractionRecord::identity), Identity.class),
                parts.openAll(refs(contacts.values(), InteractionRecord::statistics), Statistics.class),
                parts.openAll(
                        contacts.values().stream()
                                .map(SourcedContact::account)
                                .filter(Objects::nonNull)
                                .toList(),
                        Narrative.class));
    }

    private static List<SecretRef> refs(
            Collection<SourcedContact> contacts, Function<InteractionRecord, @Nullable SecretRef> part) {
        return contacts.stream()
                .flatMap(one -> Stream.of(one.told(), one.standing().record()).map(part))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private Outcome follow(Case one) throws Exception {
        SourceDifference difference = SourceDifference.of(one.before, one.said.facts(), one.said.usualCapacities());
        Hindrance hindrance = hindrance(one, difference);
        if (hindrance != null) {
            return new Outcome.Hindered(hindrance);
        }
        Who told = one.who(one.told());
        Who said = Who.of(one.said.identity(), one.said.facts().homeSchool());
        boolean same = said.equals(told) || said.equals(one.who(one.standing()));
        boolean other = !same && told.equals(one.who(one.standing()));
        Merged statistics =
                Merged.of(one.statistics(one.told()), one.statistics(one.standing()), one.said.statistics());
        try {
            boolean changed = corrected(one, difference, statistics.value(), other);
            return new Outcome.Followed(changed, difference.kept() || statistics.kept() || !(same || other));
        } catch (CommandRejected refused) {
            return new Outcome.Refused(refused.rule());
        }
    }

    private static @Nullable Hindrance hindrance(Case one, SourceDifference difference) {
        if (one.isErased()) {
            return Hindrance.ERASED;
        }
        if (isSomebodyElse(one.identity(one.told()), one.said.identity())) {
            return Hindrance.ANOTHER_STUDENT;
        }
        if (difference.namesAnotherReporter()) {
            return Hindrance.ANOTHER_REPORTER;
        }
        return difference.takesQuestioningBack() ? Hindrance.NO_QUESTIONING : null;
    }

    /** A number is one person's; without one, a name or a birth date that was told and is another now is somebody else's. */
    private static boolean isSomebodyElse(@Nullable Identity told, @Nullable Identity said) {
        if (told == null || said == null) {
            return told != null;
        }
        String before = told.number();
        String now = said.number();
        if (before != null) {
            return now == null
                    || !ComparisonForm.same(before, now)
                    || (isOther(told.birthDate(), said.birthDate())
                            && isOther(compared(told.lastName()), compared(said.lastName())));
        }
        return isOther(told.birthDate(), said.birthDate())
                || isOther(compared(told.lastName()), compared(said.lastName()))
                || isOther(compared(told.firstName()), compared(said.firstName()));
    }

    private static @Nullable String compared(@Nullable String text) {
        return text == null ? null : ComparisonForm.of(text);
    }

    private static boolean isOther(@Nullable Object before, @Nullable Object now) {
        return before != null && now != null && !before.equals(now);
    }

    /** Who it was and where enrolled; a number however it is written. */
    private record Who(
            @Nullable Identity identity, @Nullable SchoolCode homeSchool) {
        static Who of(@Nullable Identity identity, @Nullable SchoolCode homeSchool) {
            return new Who(
                    identity == null
                            ? null
                            : new Identity(
                                    compared(identity.number()),
                                    identity.firstName(),
                                    identity.lastName(),
                                    identity.birthDate()),
                    homeSchool);
        }
    }

    /** Statistics, each of them as it is said now unless it was corrected here. @param value null where nothing is known */
    private record Merged(@Nullable Statistics value, boolean kept) {
        static Merged of(@Nullable Statistics told, @Nullable Statistics standing, @Nullable Statistics said) {
            List<Boolean> kept = new ArrayList<>();
            Statistics before = orNone(told);
            Statistics now = orNone(standing);
            Statistics next = orNone(said);
            Statistics merged = new Statistics(
                    merged(before.race(), now.race(), next.race(), kept),
                    merged(before.sex(), now.sex(), next.sex(), kept),
                    merged(before.gradeBand(), now.gradeBand(), next.gradeBand(), kept),
                    merged(before.age(), now.age(), next.age(), kept),
                    merged(before.disability(), now.disability(), next.disability(), kept),
                    Stated.orMissing(
                            merged(before.englishLearner(), now.englishLearner(), next.englishLearner(), kept)),
                    now.pseudonym(),
                    now.list());
            boolean nothing = standing == null && merged.equals(Statistics.NONE);
            return new Merged(nothing ? null : merged, !kept.isEmpty());
        }

        private static Statistics orNone(@Nullable Statistics stated) {
            return stated == null ? Statistics.NONE : stated;
        }

        private static <T> @Nullable T merged(
                @Nullable T told, @Nullable T standing, @Nullable T said, List<Boolean> kept) {
            if (Objects.equals(told, said) || Objects.equals(standing, said)) {
                return standing;
            }
            if (!Objects.equals(told, standing)) {
                kept.add(true);
                return standing;
            }
            return said;
        }
    }

    /** @param other whether the student is said otherwise, and is to be corrected too */
    private boolean corrected(Case one, SourceDifference difference, @Nullable Statistics statistics, boolean other)
            throws Exception {
        SourcedContact before = one.before;
        CaseSecrets secrets = parts.existingCase(one.standing().subject());
        List<InteractionCommand> commands = commands(one, difference, secrets);
        InteractionRecord after = decided(before.standing(), commands);
        if (other) {
            secrets = recorder.reopened(one.standing(), Told.NOTHING.of(one.said.identity()), null);
        }
        StudentId student = index.studentOf(secrets.subject()).orElse(null);
        boolean anew = other
                || !after.occurredAt().equals(one.standing().occurredAt())
                || statistics != null && statistics.pseudonym() == null;
        Statistics counts = student == null || !anew
                ? statistics
                : counted.of(Set.of(student)).of(statistics, student, after.occurredAt(), one.register);
        if (other) {
            commands = new ArrayList<>(commands(one, difference, secrets));
            commands.addFirst(new CorrectSubject(
                    one.said.id(),
                    secrets.subject(),
                    one.said.facts().homeSchool(),
                    secrets.seal(one.said.identity()),
                    secrets.seal(counts),
                    Correction.BY_SOURCE));
        } else if (counts != null && !counts.equals(one.statistics(one.standing()))) {
            commands.add(fact(one, new CorrectedFact.Statistics(Objects.requireNonNull(secrets.seal(counts)))));
        }
        if (commands.isEmpty()) {
            return false;
        }
        parts.store(List.of(secrets));
        Found found = interactions.unchangedSince(one.said.id(), before.version());
        List<InteractionCommand> decided = commands;
        found.aggregate().execute(interaction -> decided.forEach(interaction::decide));
        if (other) {
            SubjectHandle to = secrets.subject();
            watchers.forEach(watcher -> watcher.moved(one.said.id(), to));
        }
        return true;
    }

    private List<InteractionCommand> commands(Case one, SourceDifference difference, CaseSecrets secrets) {
        List<InteractionCommand> commands = new ArrayList<>();
        difference.first().forEach(fact -> commands.add(fact(one, fact)));
        String account = one.said.narrative();
        SecretRef newAccount =
                account == null || account.equals(one.account()) ? null : secrets.seal(new Narrative(account));
        if (newAccount != null || !difference.added().isEmpty()) {
            commands.add(new Supplement(
                    one.said.id(), newAccount, difference.added(), Treatment.NONE, Correction.BY_SOURCE));
        }
        difference.then().forEach(fact -> commands.add(fact(one, fact)));
        if (!one.said.words().equals(one.before.words())) {
            commands.add(new KeepSource(one.said.words()));
        }
        return commands;
    }

    private static CorrectFact fact(Case one, CorrectedFact fact) {
        return new CorrectFact(one.said.id(), fact, Correction.BY_SOURCE);
    }

    /** The contact after all of them; whatever refuses one refuses them all. */
    private static InteractionRecord decided(InteractionState.Recorded standing, List<InteractionCommand> commands) {
        InteractionState state = standing;
        for (InteractionCommand command : commands) {
            for (InteractionEvent event : InteractionDecider.decide(command, state)) {
                state = InteractionDecider.evolve(state, event);
            }
        }
        return ((InteractionState.Recorded) state).record();
    }
}
