package brightline.query.involvement;

import brightline.events.Code;
import brightline.events.InvolvementRole;
import brightline.events.Stated;
import brightline.events.code.ArrestKind;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.code.Tier;
import brightline.events.interaction.Decision;
import brightline.events.interaction.InteractionRecord;
import brightline.events.interaction.PoliceAction;
import brightline.events.rules.InvolvementClassifier;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the question of arrest was decided for one student in one incident (measure M1, edition 3). Only where an arrest or citation
 * was lawfully possible, for conduct of tier 2 to 4 and not on a warrant; a decision belongs to the student, whatever the number of
 * officers and of entries.
 */
enum ArrestDecision {
    /** An alternative, and no arrest. */
    P,
    /** An arrest, physical or on paper. */
    A,
    /** An arrest the department then settled without a petition: by whatever alternative, also by a warning or by handing back. */
    S,
    /** Open or unknown. */
    U;

    private static final Code WARRANT = new Code("initiator", "WARRANT");

    /**
     * The decision; empty where M1 does not ask the record for one, or whether arrest was possible was not recorded in it. How it ended
     * is read from every entry: an arrest is one also where the entry that tells of it left no choice itself. An alternative closes the
     * matter only where the entry is about the student as its subject: nothing is decided about a witness.
     *
     * @param entries all records that tell of this student in this incident, this one among them
     */
    static Optional<ArrestDecision> of(
            InteractionRecord record, Collection<InteractionRecord> entries, ZoneId zone, CodeLists lists) {
        Decision decision = record.decision();
        if (decision == null || decision.arrestLawfullyPossible() != Stated.YES || !mayBeAsked(record, zone, lists)) {
            return Optional.empty();
        }
        boolean counts = entries.stream()
                .filter(entry -> entry.role() == InvolvementRole.SUBJECT)
                .anyMatch(entry -> isAlternative(outcome(entry, zone, lists)));
        if (entries.stream().anyMatch(entry -> holdsArrest(entry.actions()) || isArrest(outcome(entry, zone, lists)))) {
            boolean settled = entries.stream().anyMatch(entry -> isSettled(entry.actions()));
            boolean petition = entries.stream().anyMatch(entry -> isPetition(outcome(entry, zone, lists)));
            return Optional.of(!petition && (settled || counts) ? S : A);
        }
        return Optional.of(counts ? P : U);
    }

    private static @Nullable CodeEntry outcome(InteractionRecord record, ZoneId zone, CodeLists lists) {
        Decision decision = record.decision();
        Code outcome = decision == null ? null : decision.outcome();
        return outcome == null
                ? null
                : lists.find(outcome, record.occurredAt().atZone(zone).toLocalDate())
                        .orElse(null);
    }

    private static boolean holdsArrest(Collection<PoliceAction> actions) {
        return actions.stream().anyMatch(action -> ArrestKind.of(action.code()) != ArrestKind.NONE);
    }

    /** Whether M1 asks about this student at all, were it recorded that an arrest was possible. */
    private static boolean mayBeAsked(InteractionRecord record, ZoneId zone, CodeLists lists) {
        return record.role() == InvolvementRole.SUBJECT
                && !record.voided()
                && !WARRANT.equals(record.initiator())
                && InvolvementClassifier.tier(record.facts(zone), lists).compareTo(Tier.TIER_2) >= 0;
    }

    /** Custody: by an action, or because the outcome cannot be without it. */
    static boolean isCustodial(
            Collection<PoliceAction> actions, @Nullable Code outcome, LocalDate on, CodeLists lists) {
        return isAny(ArrestKind.CUSTODIAL, actions) || outcomeKind(outcome, on, lists) == ArrestKind.CUSTODIAL;
    }

    /** Ticket, citation or summons: by an action, or because the outcome cannot be without it. */
    static boolean isCited(Collection<PoliceAction> actions, @Nullable Code outcome, LocalDate on, CodeLists lists) {
        return isAny(ArrestKind.PAPER, actions) || outcomeKind(outcome, on, lists) == ArrestKind.PAPER;
    }

    private static boolean isAny(ArrestKind kind, Collection<PoliceAction> actions) {
        return actions.stream().anyMatch(action -> ArrestKind.of(action.code()) == kind);
    }

    private static ArrestKind outcomeKind(@Nullable Code outcome, LocalDate on, CodeLists lists) {
        CodeEntry entry = outcome == null ? null : lists.find(outcome, on).orElse(null);
        if (entry == null) {
            return ArrestKind.NONE;
        }
        return switch (entry.code()) {
            case "NOTICE_TO_APPEAR", "MUNI_TICKET" -> ArrestKind.PAPER;
            default -> "yes".equals(entry.attribute("arrest_recorded")) ? ArrestKind.CUSTODIAL : ArrestKind.NONE;
        };
    }

    /** A municipal ticket is an arrest on paper here, although its list does not call it a recorded arrest. */
    private static boolean isArrest(@Nullable CodeEntry outcome) {
        return outcome != null
                && ("yes".equals(outcome.attribute("arrest_recorded"))
                        || outcome.code().equals("MUNI_TICKET"));
    }

    /** Wholly or partly, as the list of outcomes says. */
    private static boolean isAlternative(@Nullable CodeEntry outcome) {
        String counts = outcome == null ? null : outcome.attribute("counts_as_alternative");
        return counts != null && !counts.equals("no");
    }

    private static boolean isPetition(@Nullable CodeEntry outcome) {
        return outcome != null && outcome.code().equals("ARREST_PETITION");
    }

    private static boolean isSettled(Collection<PoliceAction> actions) {
        return actions.stream().anyMatch(action -> action.code().toString().equals("police-action/A3_STATION_ADJ"));
    }
}
