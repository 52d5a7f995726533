package brightline.events.rules;

import brightline.events.Code;
import brightline.events.InvolvementRole;
import brightline.events.Stated;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.code.ShippedTable;
import brightline.events.code.Tier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an officer is told of a contact, in plain words: the recorded facts, what the agreement in force assigns to whom, and what is
 * not recorded yet. It cites the agreement and says nothing of what the law allows. The words stand in {@code advice.csv}.
 */
public final class Advice {
    private static final Code REFER_BACK = Code.of("police-action/A0_REFER_BACK");
    private static final String ENDING = "Agency policy, not legal advice.";

    private static final Map<Key, Words> WORDS = ShippedTable.read(Advice.class, "advice.csv").stream()
            .collect(Collectors.toUnmodifiableMap(
                    row -> new Key(row.getOrDefault("class", ""), row.getOrDefault("reason", "")),
                    row -> new Words(
                            row.getOrDefault("would_be", ""),
                            row.getOrDefault("under_agreement", ""),
                            row.getOrDefault("next", ""))));

    private Advice() {}

    /** The name of a class, or nothing before there is one, and a reason. */
    private record Key(String involvementClass, String reason) {}

    private record Words(String wouldBe, String underAgreement, String next) {}

    /**
     * An agreement as it is quoted.
     *
     * @param section where it leaves discipline to the school; null where its text was not recorded
     */
    public record Citation(String title, @Nullable String section) {
        @Override
        public String toString() {
            return section == null ? title : title + " sec. " + section;
        }
    }

    /** What can be said before there is a class. */
    public enum Open {
        /** Whatever police power were used on it, it would be the school's discipline. */
        SCHOOL_MATTER,
        /** It depends on what is done. */
        NOTHING_DONE,
        /** Not even the student's part is said. */
        ROLE_MISSING
    }

    /**
     * The words for a contact with a class.
     *
     * @param agreement null when none is in force, which is then said first
     */
    public static String of(
            Classification classification, InvolvementFacts facts, @Nullable Citation agreement, CodeLists lists) {
        String name = classification.involvementClass().name();
        Words special = WORDS.get(new Key(name, classification.reason()));
        Words words = special == null ? WORDS.get(new Key(name, "")) : special;
        return text(words, classification.ruleSet(), recorded(facts, lists), agreement, handedOver(facts, lists));
    }

    /**
     * The words before there is a class.
     *
     * @param facts null where the student's part is not said
     * @param danger as far as it is stated
     */
    public static String of(
            Open open,
            int ruleSet,
            @Nullable InvolvementFacts facts,
            Stated danger,
            @Nullable Citation agreement,
            CodeLists lists) {
        return text(
                WORDS.get(new Key("", open.name())),
                ruleSet,
                facts == null ? "" : recorded(InvolvementClassifier.tier(facts, lists), danger),
                agreement,
                "");
    }

    private static String text(
            @Nullable Words words, int ruleSet, String recorded, @Nullable Citation agreement, String handedOver) {
        if (words == null) {
            throw new IllegalStateException("advice.csv has no words for it");
        }
        List<String> sentences = new ArrayList<>();
        if (agreement == null) {
            sentences.add("No agreement is in force. By the standard rules (rule set %d) this would be %s."
                    .formatted(ruleSet, words.wouldBe()));
        }
        sentences.add(recorded);
        if (agreement != null) {
            sentences.add(words.underAgreement().replace("{agreement}", agreement.toString()));
        }
        sentences.add(words.next());
        sentences.add(handedOver);
        sentences.add(ENDING);
        return sentences.stream().filter(sentence -> !sentence.isEmpty()).collect(Collectors.joining(" "));
    }

    /**
     * What of coercion is recorded beside a hand-back, in its order: code list {@code police-action}, {@code coercive} yes. Empty
     * without a hand-back.
     */
    public static List<CodeEntry> handedOverAfter(InvolvementFacts facts, CodeLists lists) {
        if (facts.actions().stream().noneMatch(action -> action.action().equals(REFER_BACK))) {
            return List.of();
        }
        return facts.actions().stream()
                .map(action -> lists.find(action.action(), facts.occurredOn()))
                .flatMap(Optional::stream)
                .filter(entry -> "yes".equals(entry.attribute("coercive")))
                .distinct()
                .toList();
    }

    private static String handedOver(InvolvementFacts facts, CodeLists lists) {
        List<CodeEntry> before = handedOverAfter(facts, lists);
        return before.isEmpty()
                ? ""
                : before.stream()
                        .map(entry -> entry.name().substring(0, 1).toLowerCase(Locale.ROOT)
                                + entry.name().substring(1))
                        .collect(Collectors.joining(", ", "Handed over after: ", "."));
    }

    private static String recorded(InvolvementFacts facts, CodeLists lists) {
        if (facts.role() != InvolvementRole.SUBJECT) {
            return "Recorded as a %s.".formatted(facts.role().name().toLowerCase(Locale.ROOT));
        }
        return recorded(InvolvementClassifier.tier(facts, lists), danger(facts));
    }

    private static String recorded(Tier tier, Stated danger) {
        String conduct =
                switch (tier) {
                    case MISSING -> "";
                    case TIER_0 -> "no misconduct";
                    case TIER_1 -> "a school rule";
                    case TIER_2 -> "a public-order offense";
                    case TIER_3 -> "an offense with a choice";
                    case TIER_4 -> "a serious offense or one that must be reported";
                };
        String threat =
                switch (danger) {
                    case YES -> "immediate danger";
                    case NO -> "no immediate danger";
                    case MISSING -> "";
                };
        if (conduct.isEmpty() && threat.isEmpty()) {
            return "";
        }
        return "Recorded as %s%s%s.".formatted(conduct, conduct.isEmpty() || threat.isEmpty() ? "" : ", ", threat);
    }

    /** YES if anything was done under danger; NO only where everything was not. */
    private static Stated danger(InvolvementFacts facts) {
        List<Stated> said = facts.actions().stream()
                .map(action -> action.imminence() == Stated.MISSING ? facts.assumedImminence() : action.imminence())
                .toList();
        if (said.contains(Stated.YES)) {
            return Stated.YES;
        }
        return said.isEmpty() || said.contains(Stated.MISSING) ? Stated.MISSING : Stated.NO;
    }
}
