package brightline.command.interaction;

import brightline.command.register.RegisterEdition;
import brightline.command.submission.Versioned;
import brightline.command.submission.WithIndex;
import brightline.events.AgreementId;
import brightline.events.InteractionId;
import brightline.events.OfficerId;
import brightline.events.code.CodeLists;
import brightline.events.interaction.InteractionRecord;
import brightline.events.rules.Classification;
import brightline.events.rules.InvolvementClass;
import brightline.events.rules.InvolvementClassifier;
import brightline.events.rules.RuleSet;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A contact as it now stands, and how the agreement in force on its day reads it. The fields that it has in common with {@link Line}
 * mean the same.
 *
 * @param version of its stream, for If-Match
 * @param handedOverAfter null in answers given before there was such a fact: none
 * @param missing null in answers given before there was such a fact: none
 * @param involvements each officer's part, by first action
 */
public record InteractionAnswer(
        InteractionId id,
        Long version,
        @JsonProperty("class") InvolvementClass involvementClass,
        String rule,
        String reason,
        int ruleSet,
        @Nullable AgreementId agreement,
        @Nullable String agreementTitle,
        @Nullable LocalDate agreementFrom,
        @Nullable String agreementSection,
        String advice,
        List<String> handedOverAfter,
        List<String> missing,
        List<InvolvementAnswer> involvements)
        implements Versioned, WithIndex<InteractionEdited> {

    @SuppressWarnings("NullAway") // an answer kept by an earlier program lacks the two lists
    public InteractionAnswer {
        handedOverAfter = handedOverAfter == null ? List.of() : List.copyOf(handedOverAfter);
        missing = missing == null ? List.of() : List.copyOf(missing);
        involvements = List.copyOf(involvements);
    }

    @Override
    public InteractionEdited at(long index) {
        return new InteractionEdited(version, index, this);
    }

    /** Whether it is the school's. */
    @JsonProperty
    public boolean forSchool() {
        return Line.isForSchool(involvementClass);
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
        Line line = Line.of(record.facts(zone), register);
        RuleSet rules = RuleSet.of(line.ruleSet());
        List<InvolvementAnswer> involvements = record.involvements(zone).stream()
                .map(one -> {
                    Classification own = InvolvementClassifier.classify(one.facts(), rules, CodeLists.standard());
                    return new InvolvementAnswer(one.officer(), own.involvementClass(), own.rule(), own.reason());
                })
                .toList();
        return new InteractionAnswer(
                record.interactionId(),
                version,
                Objects.requireNonNull(line.involvementClass()),
                Objects.requireNonNull(line.rule()),
                Objects.requireNonNull(line.reason()),
                line.ruleSet(),
                line.agreement(),
                line.agreementTitle(),
                line.agreementFrom(),
                line.agreementSection(),
                line.advice(),
                line.handedOverAfter(),
                line.missing(),
                involvements);
    }
}
