package brightline.command.interaction;

import brightline.command.register.AgreementInForce;
import brightline.command.register.RegisterEdition;
import brightline.events.AgreementId;
import brightline.events.InteractionId;
import brightline.events.OfficerId;
import brightline.events.code.CodeLists;
import brightline.events.interaction.InteractionRecord;
import brightline.events.rules.Classification;
import brightline.events.rules.InvolvementClass;
import brightline.events.rules.InvolvementClassifier;
import brightline.events.rules.InvolvementFacts;
import brightline.events.rules.RuleSet;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A contact as it now stands, and how the agreement in force on its day reads it.
 *
 * @param version of its stream, for If-Match
 * @param agreement null when none was in force: rule set 1 measures all the same
 * @param advice the class in plain words for the officer
 * @param involvements each officer's part, by first action
 */
public record InteractionAnswer(
        InteractionId id,
        long version,
        @JsonProperty("class") InvolvementClass involvementClass,
        String rule,
        String reason,
        int ruleSet,
        @Nullable AgreementId agreement,
        String advice,
        List<InvolvementAnswer> involvements) {

    private static final int WITHOUT_AGREEMENT = 1;

    public InteractionAnswer {
        involvements = List.copyOf(involvements);
    }

    /**
     * One officer's part.
     *
     * @param officer null where no officer is named
     */
    public record InvolvementAnswer(
            @Nullable OfficerId officer,
            @JsonProperty("class") InvolvementClass involvementClass,
            String rule,
            String reason) {}

    /** Reads the record with the rule set of the agreement in force on the day it happened. */
    public static InteractionAnswer of(InteractionRecord record, long version, RegisterEdition register) {
        ZoneId zone = register.agency().zone();
        InvolvementFacts whole = record.facts(zone);
        Optional<AgreementInForce> agreement = register.agreementInForce(whole.occurredOn());
        RuleSet rules = RuleSet.of(agreement.map(AgreementInForce::ruleSet).orElse(WITHOUT_AGREEMENT));
        CodeLists lists = CodeLists.standard();
        Classification classified = InvolvementClassifier.classify(whole, rules, lists);
        List<InvolvementAnswer> involvements = record.involvements(zone).stream()
                .map(one -> {
                    Classification own = InvolvementClassifier.classify(one.facts(), rules, lists);
                    return new InvolvementAnswer(one.officer(), own.involvementClass(), own.rule(), own.reason());
                })
                .toList();
        return new InteractionAnswer(
                record.interactionId(),
                version,
                classified.involvementClass(),
                classified.rule(),
                classified.reason(),
                classified.ruleSet(),
                agreement.map(AgreementInForce::agreementId).orElse(null),
                classified.advice(),
                involvements);
    }
}
