package brightline.command.interaction;

import brightline.events.Code;
import brightline.events.InvolvementRole;
import brightline.events.Stated;
import brightline.events.interaction.ContactFacts;
import brightline.events.interaction.CorrectedFact;
import brightline.events.interaction.DeEscalation;
import brightline.events.interaction.Decision;
import brightline.events.interaction.InteractionRecord;
import brightline.events.interaction.PoliceAction;
import brightline.events.interaction.Questioning;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a source says of a contact now, held against what it said before and what stands: pure. What it says as before is left alone, and
 * so is what was corrected here since. Personal parts are compared where they can be opened.
 */
final class SourceDifference {
    private static final DeEscalation UNSAID = new DeEscalation(Stated.MISSING, Stated.MISSING, Stated.MISSING);
    private static final Decision UNSETTLED = new Decision(null, Stated.MISSING, List.of());

    private final InteractionRecord told;
    private final InteractionRecord standing;
    private final ContactFacts said;
    private final Set<Integer> usualCapacities;
    private final List<CorrectedFact> corrected = new ArrayList<>();
    private final List<CorrectedFact> withdrawn = new ArrayList<>();
    private final List<PoliceAction> added = new ArrayList<>();
    private boolean kept;

    private SourceDifference(SourcedContact before, ContactFacts said, Set<Integer> usualCapacities) {
        this.told = before.told();
        this.standing = before.standing().record();
        this.said = said;
        this.usualCapacities = usualCapacities;
    }

    /**
     * The difference.
     *
     * @param usualCapacities numbers of the actions for whose capacity the source says nothing, so that the officer's usual one stands
     */
    static SourceDifference of(SourcedContact before, ContactFacts said, Set<Integer> usualCapacities) {
        SourceDifference difference = new SourceDifference(before, said, usualCapacities);
        difference.start();
        difference.treatment();
        difference.actions();
        return difference;
    }

    /** Whether something stays that was corrected here, though the source says something else now. */
    boolean kept() {
        return kept;
    }

    /** Whether the source no longer tells of a questioning that it told of: no correction says so. */
    boolean takesQuestioningBack() {
        return told.treatment().questioning() != null && said.treatment().questioning() == null;
    }

    /** Whether it names another officer as the one who recorded the contact: no correction says so. */
    boolean namesAnotherReporter() {
        return !Objects.equals(told.opened().reportingOfficer(), said.reportingOfficer());
    }

    /** Actions that the source did not tell before, numbered on. */
    List<PoliceAction> added() {
        return added;
    }

    /** What comes before anything is added: whatever is added is held against it. */
    List<CorrectedFact> first() {
        return Stream.concat(moved(earlier -> earlier).stream(), role(role -> role != InvolvementRole.SUBJECT).stream())
                .toList();
    }

    /** What comes after: a subject of a contact has an action at any time. */
    List<CorrectedFact> then() {
        return Stream.of(
                        corrected.stream(),
                        withdrawn.stream(),
                        role(role -> role == InvolvementRole.SUBJECT).stream(),
                        moved(earlier -> !earlier).stream())
                .flatMap(facts -> facts)
                .toList();
    }

    private Optional<CorrectedFact> moved(Predicate<Boolean> earlier) {
        return followed(told.occurredAt(), standing.occurredAt(), said.occurredAt())
                .filter(at -> earlier.test(at.isBefore(standing.occurredAt())))
                .map(CorrectedFact.OccurredAt::new);
    }

    private Optional<CorrectedFact> role(Predicate<InvolvementRole> wanted) {
        return followed(told.role(), standing.role(), said.role())
                .filter(wanted)
                .map(CorrectedFact.Role::new);
    }

    private record Start(@Nullable Code initiator, @Nullable Code requestedBy) {}

    private void start() {
        follow(
                new Start(told.initiator(), told.requestedBy()),
                new Start(standing.initiator(), standing.requestedBy()),
                new Start(said.initiator(), said.requestedBy()),
                start -> new CorrectedFact.Initiator(start.initiator(), start.requestedBy()));
        follow(
                new HashSet<>(told.conduct()),
                new HashSet<>(standing.conduct()),
                new HashSet<>(said.conduct()),
                _ -> new CorrectedFact.Conduct(said.conduct()));
        follow(
                orElse(told.decision(), UNSETTLED),
                orElse(standing.decision(), UNSETTLED),
                orElse(said.decision(), UNSETTLED),
                CorrectedFact.Settlement::new);
    }

    private void treatment() {
        follow(
                orElse(told.treatment().deEscalation(), UNSAID),
                orElse(standing.treatment().deEscalation(), UNSAID),
                orElse(said.treatment().deEscalation(), UNSAID),
                CorrectedFact.Calming::new);
        Questioning questioning = said.treatment().questioning();
        if (questioning != null) {
            follow(
                    Optional.ofNullable(told.treatment().questioning()),
                    Optional.ofNullable(standing.treatment().questioning()),
                    Optional.of(questioning),
                    _ -> new CorrectedFact.Questions(questioning));
        }
    }

    private static <T> T orElse(@Nullable T stated, T nothing) {
        return stated == null ? nothing : stated;
    }

    /** Actions bear no name in a file: the same ones are found first, then those of one kind, then the others as they come. */
    private void actions() {
        List<PoliceAction> before = new ArrayList<>(told.actions());
        List<PoliceAction> now = new ArrayList<>(said.actions());
        paired(before, now, (one, other) -> one.equals(as(other, one)), (_, _) -> {});
        paired(before, now, (one, other) -> one.code().equals(other.code()), this::changed);
        paired(before, now, (_, _) -> true, this::changed);
        before.forEach(this::withdraw);
        now.forEach(this::add);
    }

    private interface Pair<R> {
        R of(PoliceAction before, PoliceAction now);
    }

    private interface Change {
        void of(PoliceAction before, PoliceAction now);
    }

    private static void paired(List<PoliceAction> before, List<PoliceAction> now, Pair<Boolean> belong, Change change) {
        for (PoliceAction one : List.copyOf(now)) {
            before.stream().filter(other -> belong.of(other, one)).findFirst().ifPresent(other -> {
                change.of(other, one);
                before.remove(other);
                now.remove(one);
            });
        }
    }

    private void changed(PoliceAction before, PoliceAction now) {
        PoliceAction wanted = as(now, before);
        PoliceAction stands = standing.action(before.number()).orElse(null);
        if (before.equals(stands)) {
            corrected.add(new CorrectedFact.Action(wanted));
        } else if (!wanted.equals(stands)) {
            kept = true;
        }
    }

    private void withdraw(PoliceAction before) {
        standing.action(before.number()).ifPresent(stands -> {
            if (stands.equals(before)) {
                withdrawn.add(new CorrectedFact.ActionWithdrawn(before.number()));
            } else {
                kept = true;
            }
        });
    }

    /** Unless somebody here has added it already. */
    private void add(PoliceAction now) {
        boolean there = standing.actions().stream()
                .filter(one -> told.action(one.number()).isEmpty())
                .anyMatch(one -> one.equals(as(now, one)));
        if (!there) {
            added.add(numbered(now, standing.highestActionNumber() + 1 + added.size(), now.capacity()));
        }
    }

    /** The action under another's number; in the same officer's capacity where the source says none. */
    private PoliceAction as(PoliceAction action, PoliceAction other) {
        boolean unsaid = usualCapacities.contains(action.number()) && Objects.equals(action.officer(), other.officer());
        return numbered(action, other.number(), unsaid ? other.capacity() : action.capacity());
    }

    private static PoliceAction numbered(PoliceAction action, int number, @Nullable Code capacity) {
        return new PoliceAction(
                number,
                action.code(),
                action.officer(),
                capacity,
                action.imminence(),
                action.imminenceReason(),
                action.startedAt(),
                action.endedAt(),
                action.legalBasis(),
                action.referredTo());
    }

    private <T> void follow(T told, T standing, T said, Function<T, CorrectedFact> fact) {
        followed(told, standing, said).map(fact).ifPresent(corrected::add);
    }

    /** What the source says now, where it says something new and nothing else was said here since. */
    private <T> Optional<T> followed(T told, T standing, T said) {
        if (said.equals(told) || said.equals(standing)) {
            return Optional.empty();
        }
        if (!told.equals(standing)) {
            kept = true;
            return Optional.empty();
        }
        return Optional.of(said);
    }
}
