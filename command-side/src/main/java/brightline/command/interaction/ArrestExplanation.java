package brightline.command.interaction;

import brightline.events.Code;
import brightline.events.InvolvementRole;
import brightline.events.Stated;
import brightline.events.code.ArrestKind;
import brightline.events.code.CodeLists;
import brightline.events.code.Tier;
import brightline.events.interaction.Decision;
import brightline.events.interaction.PoliceAction;
import brightline.events.rules.ActionFact;
import brightline.events.rules.InvolvementClassifier;
import brightline.events.rules.InvolvementFacts;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether an arrest says why no alternative was used. Asked where measure M1 counts the arrest and it was not settled by an
 * alternative afterwards. The idea is Florida's: an agency records why an eligible youth was arrested (Fla. Stat. 985.12).
 */
final class ArrestExplanation {
    private static final Code WARRANT = Code.of("initiator/WARRANT");
    private static final Code STATION_ADJUSTMENT = Code.of("police-action/A3_STATION_ADJ");

    private ArrestExplanation() {}

    /** Whether a reason has to be given and is not. The student is a subject. */
    static boolean isMissing(
            List<Code> conduct,
            @Nullable Code initiator,
            List<PoliceAction> actions,
            Decision decision,
            LocalDate day) {
        return isAsked(conduct, initiator, actions, decision, day)
                && (decision.alternatives().isEmpty()
                        || decision.alternatives().stream().anyMatch(one -> one.unusedReason() == null));
    }

    private static boolean isAsked(
            List<Code> conduct,
            @Nullable Code initiator,
            List<PoliceAction> actions,
            Decision decision,
            LocalDate day) {
        return decision.arrestLawfullyPossible() == Stated.YES
                && !WARRANT.equals(initiator)
                && actions.stream().map(PoliceAction::code).anyMatch(code -> ArrestKind.of(code) != ArrestKind.NONE)
                && actions.stream().map(PoliceAction::code).noneMatch(STATION_ADJUSTMENT::equals)
                && !isAlternative(decision.outcome(), day)
                && tier(conduct, initiator, actions, day).compareTo(Tier.TIER_2) >= 0;
    }

    private static boolean isAlternative(@Nullable Code outcome, LocalDate day) {
        return outcome != null
                && CodeLists.standard()
                        .find(outcome, day)
                        .map(entry -> entry.attribute("counts_as_alternative"))
                        .filter(counts -> !counts.equals("no"))
                        .isPresent();
    }

    private static Tier tier(List<Code> conduct, @Nullable Code initiator, List<PoliceAction> actions, LocalDate day) {
        var facts = new InvolvementFacts(
                InvolvementRole.SUBJECT,
                false,
                conduct,
                initiator,
                actions.stream()
                        .map(action -> new ActionFact(action.code(), action.imminence()))
                        .toList(),
                Stated.MISSING,
                day);
        return InvolvementClassifier.tier(facts, CodeLists.standard());
    }
}
