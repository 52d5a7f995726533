package brightline.events.rules;

import brightline.events.Code;
import brightline.events.Stated;
import brightline.events.code.ActionLevel;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.code.Tier;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads recorded facts with a rule set (measure M2): a pure function of its arguments. */
public final class InvolvementClassifier {

    private InvolvementClassifier() {}

    /**
     * The class of the involvement. Actions that share an answer about imminence are a phase; the worst phase gives the class,
     * and of two phases alike the rule that stands first. Tier 4 or an action of level D decides for the whole: then the highest
     * level stands for every phase. An action whose code says no level, or is not valid that day, makes no phase.
     */
    public static Classification classify(InvolvementFacts facts, RuleSet rules, CodeLists lists) {
        return classify(facts, List.of(rules), lists).getFirst();
    }

    /** The class by each of several rule sets, in their order. */
    public static List<Classification> classify(InvolvementFacts facts, List<RuleSet> sets, CodeLists lists) {
        Tier tier = tier(facts, lists);
        ActionLevel highest = highestLevel(facts, lists);
        Map<Stated, ActionLevel> phases = phases(facts, lists);
        if (tier == Tier.TIER_4 || highest == ActionLevel.D) {
            phases.replaceAll((_, _) -> highest);
        }
        Code initiator = facts.initiator();
        String initiatorCode = initiator == null ? null : initiator.code();
        List<ClassifierInput> inputs = phases.entrySet().stream()
                .map(phase -> new ClassifierInput(
                        facts.role(), tier, phase.getKey(), initiatorCode, phase.getValue(), facts.voided()))
                .toList();
        return sets.stream().map(rules -> worst(inputs, rules)).toList();
    }

    private static Classification worst(List<ClassifierInput> phases, RuleSet rules) {
        Rule worst = phases.stream()
                .map(rules::firstMatch)
                .min(Comparator.comparing(Rule::involvementClass).thenComparing(rules.rules()::indexOf))
                .orElseThrow();
        return new Classification(worst.involvementClass(), worst.order(), worst.reason(), rules.number());
    }

    /**
     * The gravest tier of the conduct codes valid that day. A code without a tier says nothing, nor does a detail without the
     * codes it stands under. MISSING when nothing says a tier.
     */
    public static Tier tier(InvolvementFacts facts, CodeLists lists) {
        Set<Code> recorded = new HashSet<>(facts.conduct());
        return facts.conduct().stream()
                .map(code -> lists.find(code, facts.occurredOn()))
                .flatMap(Optional::stream)
                .filter(entry -> recorded.containsAll(entry.under()))
                .map(CodeEntry::tier)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Tier.MISSING);
    }

    /** The highest level of the action codes valid that day; MISSING when none says a level. */
    public static ActionLevel highestLevel(InvolvementFacts facts, CodeLists lists) {
        return highest(facts.actions(), facts.occurredOn(), lists);
    }

    private static Map<Stated, ActionLevel> phases(InvolvementFacts facts, CodeLists lists) {
        Map<Stated, ActionLevel> phases = new EnumMap<>(Stated.class);
        for (ActionFact action : facts.actions()) {
            ActionLevel level = highest(List.of(action), facts.occurredOn(), lists);
            if (level != ActionLevel.MISSING) {
                Stated imminence = action.imminence() == Stated.MISSING ? facts.assumedImminence() : action.imminence();
                phases.merge(imminence, level, (one, other) -> one.compareTo(other) < 0 ? other : one);
            }
        }
        if (phases.isEmpty()) {
            phases.put(facts.assumedImminence(), ActionLevel.MISSING);
        }
        return phases;
    }

    private static ActionLevel highest(List<ActionFact> actions, LocalDate on, CodeLists lists) {
        return actions.stream()
                .map(action -> lists.find(action.action(), on))
                .flatMap(Optional::stream)
                .map(CodeEntry::level)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(ActionLevel.MISSING);
    }
}
