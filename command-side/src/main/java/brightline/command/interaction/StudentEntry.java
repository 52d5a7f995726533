package brightline.command.interaction;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One student's part of an incident as it is sent. Texts are read later, all of them, so that one answer can name everything
 * that is wrong. Codes are written as in their list, or {@code list/code}; times are ISO 8601 with an offset.
 *
 * @param role SUBJECT, VICTIM, WITNESS, REPORTER or BYSTANDER
 * @param student null when not identified
 * @param officer who reports, by id or star number; null for the document's, else the signed-in officer
 * @param capacity in what capacity; null for the document's, else the officer's usual one
 * @param occurredAt null when as for the incident
 * @param initiator code list {@code initiator}
 * @param requestedBy code list {@code requester}
 * @param conduct codes of the lists {@code cps-scc} and {@code nibrs}, written {@code list/code}
 * @param imminentThreat whether injury was about to happen; holds for every action that says nothing of its own
 * @param imminenceReason code list {@code imminence-reason}; required with YES
 * @param actions at least one for a SUBJECT
 * @param force force and restraint used on the student
 * @param noticePacket what the student was told and given on release
 * @param outcome code list {@code outcome}
 * @param alternativesConsidered alternatives to arrest that were considered and not used
 * @param adviceShown what the officer was shown before sending, once for each change; a single one may stand without its list; null
 *     when nothing was
 * @param unticked actions that were unticked after something had been shown; null for none
 * @param narrative free text, kept encrypted
 */
public record StudentEntry(
        @Nullable String role,
        @Nullable Person student,
        @Nullable Stats statistics,
        @Nullable String officer,
        @Nullable String capacity,
        @Schema(format = "date-time") @Nullable String occurredAt,
        @Nullable String initiator,
        @Nullable String requestedBy,
        @Nullable List<@Nullable String> conduct,
        @Nullable String imminentThreat,
        @Nullable String imminenceReason,
        @Nullable List<@Nullable Action> actions,
        @Nullable Calming deEscalation,
        @Nullable Questions questioning,
        @Nullable List<@Nullable ForceUse> force,
        @Nullable Packet noticePacket,
        @Nullable String arrestLawfullyPossible,
        @Nullable String outcome,
        @Nullable List<@Nullable Alternative> alternativesConsidered,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<@Nullable Shown> adviceShown,

        @Nullable List<@Nullable Unticked> unticked,
        @Nullable String narrative) {

    @Override
    public String toString() {
        return "[redacted]";
    }

    /**
     * Who the student is.
     *
     * @param number the district's student number
     * @param homeSchool code of the school where the student is enrolled; OUT-OF-DISTRICT for somebody who goes to no school of
     *     the district, and counts in no figure of students
     */
    public record Person(
            @Nullable String number,
            @Nullable String firstName,
            @Nullable String lastName,
            @Schema(format = "date") @Nullable String birthDate,
            @Nullable String homeSchool) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /**
     * The student's statistics, each by its code list.
     *
     * @param age in full years when it happened; a birth date takes its place
     */
    public record Stats(
            @Nullable String race,
            @Nullable String sex,
            @Nullable String gradeBand,
            @Nullable Integer age,
            @Nullable String disability,
            @Nullable String englishLearner) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /**
     * One thing an officer did.
     *
     * @param code code list {@code police-action}
     * @param officer by id or star number; null for the reporting officer
     * @param capacity null for that officer's
     * @param imminentThreat null for the student's
     * @param legalBasis code list {@code legal-basis}
     * @param referredTo code list {@code requester}: who of the school took the matter back
     */
    public record Action(
            @Nullable String code,
            @Nullable String officer,
            @Nullable String capacity,
            @Nullable String imminentThreat,
            @Nullable String imminenceReason,
            @Schema(format = "date-time") @Nullable String startedAt,
            @Schema(format = "date-time") @Nullable String endedAt,
            @Nullable String legalBasis,
            @Nullable String referredTo) {}

    /**
     * What is said about calming the contact: YES, NO or nothing.
     *
     * @param injury whether anybody was injured
     * @param phases the same for single phases of the contact
     */
    public record Calming(
            @Nullable String agitated,
            @Nullable String possible,
            @Nullable String attempted,
            @Nullable String injury,
            @Nullable List<@Nullable CalmingPhase> phases) {}

    /**
     * One phase of the contact: the time of one action.
     *
     * @param action the action's number, from 1
     * @param method code list {@code calming-method}
     * @param worked whether the student calmed down
     */
    public record CalmingPhase(
            @Nullable Integer action,
            @Nullable String agitated,
            @Nullable String possible,
            @Nullable String attempted,
            @Nullable String method,
            @Nullable String worked) {}

    /**
     * Force or restraint.
     *
     * @param kind code list {@code force-kind}
     * @param officer by id or star number; null for the reporting officer
     * @param action number of the action in whose phase it was used, from 1
     * @param reason code list {@code force-reason}
     */
    public record ForceUse(
            @Nullable String kind,
            @Nullable String officer,
            @Nullable Integer action,
            @Schema(format = "date-time") @Nullable String startedAt,
            @Schema(format = "date-time") @Nullable String endedAt,
            @Nullable String reason) {}

    /**
     * The notice a minor is given on release.
     *
     * @param toldAt when it was said
     * @param writtenAt when it was handed over in writing
     * @param to code list {@code packet-recipient}
     */
    public record Packet(
            @Schema(format = "date-time") @Nullable String toldAt,
            @Schema(format = "date-time") @Nullable String writtenAt,
            @Nullable List<@Nullable String> to) {}

    /**
     * Questioning as a suspect.
     *
     * @param present code list {@code person-present}
     * @param exemption code list {@code questioning-exemption}
     */
    public record Questions(
            @Schema(format = "date-time") @Nullable String startedAt,
            @Schema(format = "date-time") @Nullable String endedAt,
            @Nullable List<@Nullable Attempt> noticeAttempts,
            @Nullable List<@Nullable String> present,
            @Nullable String exemption) {}

    /**
     * One attempt to reach a parent or guardian.
     *
     * @param manner code list {@code notice-manner}
     * @param result code list {@code notice-result}
     */
    public record Attempt(
            @Schema(format = "date-time") @Nullable String at,
            @Nullable String manner,
            @Nullable String result) {}

    /**
     * An alternative considered and not used.
     *
     * @param code code list {@code outcome}
     * @param unusedReason code list {@code unused-reason}
     */
    public record Alternative(
            @Nullable String code, @Nullable String unusedReason) {}

    /**
     * Advice as it was shown: what the advice address answered.
     *
     * @param involvementClass null while only the line was shown
     * @param rule null while only the line was shown
     * @param shownAt when it came to be seen
     * @param actions what was ticked then: code list {@code police-action}
     */
    public record Shown(
            @Schema(name = "class") @com.fasterxml.jackson.annotation.JsonProperty("class") @Nullable
            String involvementClass,

            @Nullable String rule,
            @Nullable Integer ruleSet,
            @Nullable String agreement,
            @Schema(format = "date-time") @Nullable String shownAt,
            @Nullable List<@Nullable String> actions) {}

    /**
     * An action that was unticked after something had been shown.
     *
     * @param code code list {@code police-action}
     * @param reason code list {@code untick-reason}; null where none was asked
     */
    public record Unticked(
            @Nullable String code,
            @Schema(format = "date-time") @Nullable String untickedAt,
            @Nullable String reason) {}
}
