package brightline.command.interaction;

import brightline.edge.keys.PersonalPart.Identity;
import brightline.edge.keys.PersonalPart.Narrative;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.events.AgreementId;
import brightline.events.Code;
import brightline.events.InteractionId;
import brightline.events.InvolvementRole;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.interaction.DeEscalation;
import brightline.events.interaction.Decision;
import brightline.events.interaction.Force;
import brightline.events.interaction.NoticePacket;
import brightline.events.interaction.PoliceAction;
import brightline.events.interaction.Questioning;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One student's contact, read and checked, with its personal parts still in the open: on its way to be sealed and recorded.
 *
 * @param identity who the student is; null when not identified
 * @param statistics without pseudonym, which is added when the student is known; null when nothing was said
 * @param reportingOfficer null for imported history without officers
 * @param actions numbered from 1 in their order
 * @param advised what was shown before it was sent, in its order
 * @param unticked what was unticked after something had been shown
 * @param source what an imported file itself said; null for what was entered
 */
public record StudentContact(
        InteractionId interactionId,
        InvolvementRole role,
        Instant occurredAt,
        @Nullable Code initiator,
        @Nullable Code requestedBy,
        @Nullable SchoolCode homeSchool,
        @Nullable OfficerId reportingOfficer,
        @Nullable Code reportingCapacity,
        @Nullable Identity identity,
        @Nullable Statistics statistics,
        List<Code> conduct,
        List<PoliceAction> actions,
        @Nullable DeEscalation deEscalation,
        @Nullable Questioning questioning,
        List<Force> force,
        @Nullable NoticePacket noticePacket,
        @Nullable Decision decision,
        List<Advised> advised,
        List<Unticked> unticked,
        @Nullable Narrative narrative,
        @Nullable SourceFacts source) {

    public StudentContact {
        conduct = List.copyOf(conduct);
        actions = List.copyOf(actions);
        force = List.copyOf(force);
        advised = List.copyOf(advised);
        unticked = List.copyOf(unticked);
    }

    /**
     * Advice that was shown before the contact was sent.
     *
     * @see brightline.events.interaction.InteractionEvent.AdviceShown
     */
    public record Advised(
            @Nullable String involvementClass,
            @Nullable String rule,
            int ruleSet,
            @Nullable AgreementId agreement,
            @Nullable Instant shownAt,
            @Nullable List<Code> actions) {
        public Advised {
            actions = actions == null ? null : List.copyOf(actions);
        }
    }

    /** An action unticked after that. @param reason null where none was given */
    public record Unticked(
            Code action, Instant untickedAt, @Nullable Code reason) {}

    /**
     * What an imported file said, in its own codes.
     *
     * @param key the source's own key of the line, unique within the profile
     * @param values the source's other columns, personal ones left out
     */
    public record SourceFacts(String profile, String key, List<Code> codes, Map<String, String> values) {
        public SourceFacts {
            codes = List.copyOf(codes);
            values = Map.copyOf(values);
        }
    }
}
