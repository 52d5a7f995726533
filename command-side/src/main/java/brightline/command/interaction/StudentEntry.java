package brightline.command.interaction;

import brightline.command.endpoint.ReadBy;
import brightline.edge.description.CodeList;
import brightline.edge.description.OneOf;
import brightline.events.InvolvementRole;
import brightline.events.Stated;
import brightline.events.rules.InvolvementClass;
import com.fasterxml.jackson.annotation.JsonFormat;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
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
@ReadBy(EntryReader.class)
public record StudentEntry(
        @NotNull @OneOf(InvolvementRole.class) @Nullable String role,
        @Nullable Person student,
        @Nullable Stats statistics,
        @Nullable String officer,
        @CodeList("capacity") @Nullable String capacity,
        @Schema(format = "date-time") @Nullable String occurredAt,
        @CodeList("initiator") @Nullable String initiator,
        @CodeList("requester") @Nullable String requestedBy,

        @Size(max = 20) @CodeList({"cps-scc", "nibrs"}) @Nullable
        List<@Nullable String> conduct,

        @OneOf(Stated.class) @Nullable String imminentThreat,
        @CodeList("imminence-reason") @Nullable String imminenceReason,
        @Size(max = 50) @Nullable List<@Nullable Action> actions,
        @Nullable Calming deEscalation,
        @Nullable Questions questioning,
        @Size(max = 20) @Nullable List<@Nullable ForceUse> force,
        @Nullable Packet noticePacket,
        @OneOf(Stated.class) @Nullable String arrestLawfullyPossible,
        @CodeList("outcome") @Nullable String outcome,
        @Size(max = 20) @Nullable List<@Nullable Alternative> alternativesConsidered,

        @Size(max = 100) @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) @Nullable
        List<@Nullable Shown> adviceShown,

        @Size(max = 100) @Nullable List<@Nullable Unticked> unticked,
        @Size(max = 20_000) @Nullable String narrative) {

    @Override
    public String toString() {
        return "[redacted]";
    }

    /**
     * Who the student is.
     *
     * @param number the district's student number
     * @param entry the entry that is meant, where several students have the number; null where name and birth date tell
     * @param anotherPerson true for somebody else than whoever is known under the number: kept apart, for the coordinator to look at
     * @param homeSchool code of the school where the student is enrolled; OUT-OF-DISTRICT for somebody who goes to no school of
     *     the district, and counts in no figure of students
     */
    public record Person(
            @Size(max = 40) @Nullable String number,
            @Size(max = 100) @Nullable String firstName,
            @Size(max = 100) @Nullable String lastName,
            @Schema(format = "date") @Nullable String birthDate,
            @Size(max = 40) @Nullable String homeSchool,
            @Schema(format = "uuid") @Nullable String entry,
            @Nullable Boolean anotherPerson) {
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
            @CodeList("race") @Nullable String race,
            @CodeList("sex") @Nullable String sex,
            @CodeList("grade-band") @Nullable String gradeBand,
            @Min(2) @Max(25) @Nullable Integer age,
            @CodeList("disability") @Nullable String disability,
            @OneOf(Stated.class) @Nullable String englishLearner) {
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
            @NotNull @CodeList("police-action") @Nullable String code,
            @Nullable String officer,
            @CodeList("capacity") @Nullable String capacity,
            @OneOf(Stated.class) @Nullable String imminentThreat,
            @CodeList("imminence-reason") @Nullable String imminenceReason,
            @Schema(format = "date-time") @Nullable String startedAt,
            @Schema(format = "date-time") @Nullable String endedAt,
            @CodeList("legal-basis") @Nullable String legalBasis,
            @CodeList("requester") @Nullable String referredTo) {}

    /**
     * What is said about calming the contact: YES, NO or nothing.
     *
     * @param injury whether anybody was injured
     * @param phases the same for single phases of the contact
     */
    public record Calming(
            @OneOf(Stated.class) @Nullable String agitated,
            @OneOf(Stated.class) @Nullable String possible,
            @OneOf(Stated.class) @Nullable String attempted,
            @OneOf(Stated.class) @Nullable String injury,
            @Size(max = 20) @Nullable List<@Nullable CalmingPhase> phases) {}

    /**
     * One phase of the contact: the time of one action.
     *
     * @param action the action's number, from 1
     * @param method code list {@code calming-method}
     * @param worked whether the student calmed down
     */
    public record CalmingPhase(
            @Min(1) @Nullable Integer action,
            @OneOf(Stated.class) @Nullable String agitated,
            @OneOf(Stated.class) @Nullable String possible,
            @OneOf(Stated.class) @Nullable String attempted,
            @CodeList("calming-method") @Nullable String method,
            @OneOf(Stated.class) @Nullable String worked) {}

    /**
     * Force or restraint.
     *
     * @param kind code list {@code force-kind}
     * @param officer by id or star number; null for the reporting officer
     * @param action number of the action in whose phase it was used, from 1
     * @param reason code list {@code force-reason}
     */
    public record ForceUse(
            @NotNull @CodeList("force-kind") @Nullable String kind,
            @Nullable String officer,
            @Min(1) @Nullable Integer action,
            @Schema(format = "date-time") @Nullable String startedAt,
            @Schema(format = "date-time") @Nullable String endedAt,
            @CodeList("force-reason") @Nullable String reason) {}

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

            @Size(max = 20) @CodeList("packet-recipient") @Nullable
            List<@Nullable String> to) {}

    /**
     * Questioning as a suspect.
     *
     * @param present code list {@code person-present}
     * @param exemption code list {@code questioning-exemption}
     */
    public record Questions(
            @NotNull @Schema(format = "date-time") @Nullable String startedAt,
            @Schema(format = "date-time") @Nullable String endedAt,
            @Size(max = 20) @Nullable List<@Nullable Attempt> noticeAttempts,

            @Size(max = 20) @CodeList("person-present") @Nullable
            List<@Nullable String> present,

            @CodeList("questioning-exemption") @Nullable String exemption) {}

    /**
     * One attempt to reach a parent or guardian.
     *
     * @param manner code list {@code notice-manner}
     * @param result code list {@code notice-result}
     */
    public record Attempt(
            @NotNull @Schema(format = "date-time") @Nullable String at,
            @CodeList("notice-manner") @Nullable String manner,
            @CodeList("notice-result") @Nullable String result) {}

    /**
     * An alternative considered and not used.
     *
     * @param code code list {@code outcome}
     * @param unusedReason code list {@code unused-reason}
     */
    public record Alternative(
            @NotNull @CodeList("outcome") @Nullable String code,
            @CodeList("unused-reason") @Nullable String unusedReason) {}

    /**
     * Advice as it was shown: what the advice address answered.
     *
     * @param involvementClass null while only the line was shown
     * @param rule null while only the line was shown
     * @param shownAt when it came to be seen
     * @param actions what was ticked then: code list {@code police-action}
     */
    public record Shown(
            @OneOf(InvolvementClass.class)
            @Schema(name = "class")
            @com.fasterxml.jackson.annotation.JsonProperty("class")
            @Nullable
            String involvementClass,

            @Pattern(regexp = "R[0-9]{2}[A-Z]?") @Nullable String rule,
            @NotNull @Nullable Integer ruleSet,
            @Schema(format = "uuid") @Nullable String agreement,
            @Schema(format = "date-time") @Nullable String shownAt,

            @Size(max = 50) @CodeList("police-action") @Nullable
            List<@Nullable String> actions) {}

    /**
     * An action that was unticked after something had been shown.
     *
     * @param code code list {@code police-action}
     * @param reason code list {@code untick-reason}; null where none was asked
     */
    public record Unticked(
            @NotNull @CodeList("police-action") @Nullable String code,
            @NotNull @Schema(format = "date-time") @Nullable String untickedAt,
            @CodeList("untick-reason") @Nullable String reason) {}
}
