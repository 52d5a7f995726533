package brightline.command.incident;

import brightline.command.interaction.InteractionAnswer;
import brightline.events.AgreementId;
import brightline.events.rules.InvolvementClass;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How each student's contact would be read if it were recorded as it stands, in the document's order. */
record AdviceAnswer(List<Item> interactions) {

    /**
     * One contact.
     *
     * @param agreement null when none is in force on that day
     */
    record Item(
            @JsonProperty("class") InvolvementClass involvementClass,
            String rule,
            String reason,
            int ruleSet,
            @Nullable AgreementId agreement,
            String advice) {

        static Item of(InteractionAnswer answer) {
            return new Item(
                    answer.involvementClass(),
                    answer.rule(),
                    answer.reason(),
                    answer.ruleSet(),
                    answer.agreement(),
                    answer.advice());
        }
    }
}
