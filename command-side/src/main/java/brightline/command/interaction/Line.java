package brightline.command.interaction;

import brightline.command.register.AgreementInForce;
import brightline.command.register.RegisterEdition;
import brightline.events.AgreementId;
import brightline.events.Code;
import brightline.events.InvolvementRole;
import brightline.events.Stated;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.code.Tier;
import brightline.events.rules.ActionFact;
import brightline.events.rules.Advice;
import brightline.events.rules.Advice.Citation;
import brightline.events.rules.Classification;
import brightline.events.rules.InvolvementClass;
import brightline.events.rules.InvolvementClassifier;
import brightline.events.rules.InvolvementFacts;
import brightline.events.rules.RuleSet;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the facts of one contact put it: the class that the rules of the agreement in force give, and what an officer is told.
 *
 * @param involvementClass null while nothing done is recorded
 * @param rule the rule that gives the class, such as R02; null without a class
 * @param reason code of that rule's reason; null without a class
 * @param ruleSet number of the rule set that reads it
 * @param agreement null when none is in force on that day: rule set 1 measures all the same
 * @param agreementTitle null when none is in force
 * @param agreementFrom its first day in force
 * @param agreementSection where its text leaves routine discipline to the school; null where nobody said
 * @param advice the same in words
 * @param forSchool whether it is the school's
 * @param handedOverAfter codes of what of coercion is recorded beside a hand-back, list {@code police-action}
 * @param missing names of the facts that the class still lacks, as the entry's document calls them
 */
public record Line(
        @JsonProperty("class") @Nullable InvolvementClass involvementClass,
        @Nullable String rule,
        @Nullable String reason,
        int ruleSet,
        @Nullable AgreementId agreement,
        @Nullable String agreementTitle,
        @Nullable LocalDate agreementFrom,
        @Nullable String agreementSection,
        String advice,
        boolean forSchool,
        List<String> handedOverAfter,
        List<String> missing) {
    private static final int WITHOUT_AGREEMENT = 1;

    /** Stands for whatever police power might be used. */
    private static final Code SOME_POLICE_POWER = Code.of("police-action/A2_DETAIN");

    public Line {
        handedOverAfter = List.copyOf(handedOverAfter);
        missing = List.copyOf(missing);
    }

    /** Whether contacts of that class are the school's to handle. */
    static boolean isForSchool(InvolvementClass involvementClass) {
        return involvementClass == InvolvementClass.ROUTINE_DISCIPLINE
                || involvementClass == InvolvementClass.ROUTINE_DISCIPLINE_LOW;
    }

    /** A contact as it is recorded, whoever acted. */
    static Line of(InvolvementFacts facts, RegisterEdition register) {
        CodeLists lists = CodeLists.standard();
        Basis basis = Basis.on(facts.occurredOn(), register);
        Classification classified = InvolvementClassifier.classify(facts, basis.rules(), lists);
        return basis.line(
                classified,
                Advice.of(classified, facts, basis.citation(), lists),
                isForSchool(classified.involvementClass()),
                Advice.handedOverAfter(facts, lists).stream()
                        .map(CodeEntry::code)
                        .toList(),
                classified.involvementClass() == InvolvementClass.NEEDS_REVIEW
                        ? unstated(facts, danger(facts), lists)
                        : List.of());
    }

    /**
     * A contact that is being written down, which may lack anything.
     *
     * @param facts null while the student's part is not said
     * @param danger whether injury was about to happen, where no action says so for itself
     * @param day when it happened, or today
     */
    public static Line ofDraft(
            @Nullable InvolvementFacts facts, Stated danger, LocalDate day, RegisterEdition register) {
        CodeLists lists = CodeLists.standard();
        Basis basis = Basis.on(day, register);
        if (facts == null) {
            return basis.open(Advice.Open.ROLE_MISSING, null, danger, List.of("role"), lists);
        }
        if (facts.role() != InvolvementRole.SUBJECT || !facts.actions().isEmpty()) {
            return of(facts, register);
        }
        boolean schools = InvolvementClassifier.classify(policed(facts, danger), basis.rules(), lists)
                        .involvementClass()
                == InvolvementClass.ROUTINE_DISCIPLINE;
        return basis.open(
                schools ? Advice.Open.SCHOOL_MATTER : Advice.Open.NOTHING_DONE,
                facts,
                danger,
                unstated(facts, danger, lists),
                lists);
    }

    private static InvolvementFacts policed(InvolvementFacts facts, Stated danger) {
        return new InvolvementFacts(
                facts.role(),
                facts.voided(),
                facts.conduct(),
                facts.initiator(),
                List.of(new ActionFact(SOME_POLICE_POWER, danger)),
                facts.assumedImminence(),
                facts.occurredOn());
    }

    private static Stated danger(InvolvementFacts facts) {
        return facts.actions().stream().anyMatch(action -> action.imminence() == Stated.MISSING)
                ? facts.assumedImminence()
                : Stated.NO;
    }

    private static List<String> unstated(InvolvementFacts facts, Stated danger, CodeLists lists) {
        List<String> names = new ArrayList<>();
        if (facts.initiator() == null) {
            names.add("initiator");
        }
        if (InvolvementClassifier.tier(facts, lists) == Tier.MISSING) {
            names.add("conduct");
        }
        if (danger == Stated.MISSING) {
            names.add("imminentThreat");
        }
        if (facts.actions().isEmpty()) {
            names.add("actions");
        }
        return names;
    }

    /** What reads contacts on a day. */
    private record Basis(
            Optional<AgreementInForce> agreement, @Nullable Citation citation, RuleSet rules) {

        static Basis on(LocalDate day, RegisterEdition register) {
            Optional<AgreementInForce> agreement = register.agreementInForce(day);
            return new Basis(
                    agreement,
                    agreement
                            .map(AgreementInForce::agreementId)
                            .map(id -> new Citation(
                                    register.agreementTitle(id),
                                    register.disciplineSection(id, day).orElse(null)))
                            .orElse(null),
                    RuleSet.of(agreement.map(AgreementInForce::ruleSet).orElse(WITHOUT_AGREEMENT)));
        }

        Line open(
                Advice.Open open,
                @Nullable InvolvementFacts facts,
                Stated danger,
                List<String> missing,
                CodeLists lists) {
            return line(
                    null,
                    Advice.of(open, rules.number(), facts, danger, citation, lists),
                    open == Advice.Open.SCHOOL_MATTER,
                    List.of(),
                    missing);
        }

        Line line(
                @Nullable Classification classified,
                String advice,
                boolean forSchool,
                List<String> handedOverAfter,
                List<String> missing) {
            return new Line(
                    classified == null ? null : classified.involvementClass(),
                    classified == null ? null : classified.rule(),
                    classified == null ? null : classified.reason(),
                    rules.number(),
                    agreement.map(AgreementInForce::agreementId).orElse(null),
                    citation == null ? null : citation.title(),
                    agreement.map(AgreementInForce::from).orElse(null),
                    citation == null ? null : citation.section(),
                    advice,
                    forSchool,
                    handedOverAfter,
                    missing);
        }
    }
}
