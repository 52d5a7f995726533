package brightline.command.interaction;

import brightline.command.endpoint.ReadBy;
import brightline.command.interaction.StudentEntry.*;
import brightline.edge.description.CodeList;
import brightline.edge.description.OneOf;
import brightline.events.InvolvementRole;
import brightline.events.Stated;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is sent to edit a recorded contact. Every edit says why, and on what basis. */
@ReadBy(EditReading.class)
sealed interface EditDocument {
    /** Code list {@code correction-reason}; {@code void-reason} for voiding. */
    @Nullable
    String reason();

    /** Code list {@code correction-basis}. */
    @Nullable
    String basis();

    /**
     * Exactly one corrected fact. What is left out of an action, of a settlement or of statistics stays as recorded.
     *
     * @param force all force and restraint as it was; empty for none
     * @param withdrawAction number of an action that was not taken
     * @param note free text, kept encrypted
     */
    record Correction(
            @Size(max = 20) @CodeList({"cps-scc", "nibrs"}) @Nullable
            List<@Nullable String> conduct,

            @CodeList("initiator") @Nullable String initiator,
            @CodeList("requester") @Nullable String requestedBy,
            @Schema(format = "date-time") @Nullable String occurredAt,
            @OneOf(InvolvementRole.class) @Nullable String role,
            @Nullable NumberedAction action,
            @Min(1) @Nullable Integer withdrawAction,
            @CodeList("outcome") @Nullable String outcome,
            @OneOf(Stated.class) @Nullable String arrestLawfullyPossible,
            @Size(max = 20) @Nullable List<@Nullable Alternative> alternativesConsidered,
            @Nullable Calming deEscalation,
            @Nullable Questions questioning,
            @Size(max = 20) @Nullable List<@Nullable ForceUse> force,
            @Nullable Packet noticePacket,
            @Nullable Stats statistics,

            @NotNull @CodeList("correction-reason") @Nullable
            String reason,

            @NotNull @CodeList("correction-basis") @Nullable String basis,
            @Size(max = 2_000) @Nullable String note)
            implements EditDocument {
        /** How many facts it corrects. */
        long facts() {
            return treatmentFacts()
                    + Stream.of(
                                    conduct != null,
                                    initiator != null || requestedBy != null,
                                    occurredAt != null,
                                    role != null,
                                    action != null,
                                    withdrawAction != null,
                                    outcome != null || arrestLawfullyPossible != null || alternativesConsidered != null,
                                    statistics != null)
                            .filter(given -> given)
                            .count();
        }

        /** How many of them say how the student was treated. */
        long treatmentFacts() {
            return Stream.of(deEscalation, questioning, force, noticePacket)
                    .filter(Objects::nonNull)
                    .count();
        }

        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** The action of that number as it should have been recorded. */
    record NumberedAction(
            @NotNull @Nullable Integer number,
            @CodeList("police-action") @Nullable String code,
            @Nullable String officer,
            @CodeList("capacity") @Nullable String capacity,
            @OneOf(Stated.class) @Nullable String imminentThreat,
            @CodeList("imminence-reason") @Nullable String imminenceReason,
            @Schema(format = "date-time") @Nullable String startedAt,
            @Schema(format = "date-time") @Nullable String endedAt,
            @CodeList("legal-basis") @Nullable String legalBasis,
            @CodeList("requester") @Nullable String referredTo) {}

    /**
     * The student it was.
     *
     * @param student null when it turned out that the student was not identified
     * @param statistics null for nothing but what the student's number tells
     */
    record SubjectCorrection(
            @Nullable Person student,
            @Nullable Stats statistics,

            @NotNull @CodeList("correction-reason") @Nullable
            String reason,

            @NotNull @CodeList("correction-basis") @Nullable String basis,
            @Size(max = 2_000) @Nullable String note)
            implements EditDocument {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /**
     * What is added: an account, further actions, further force or restraint, the notice given on release.
     *
     * @param actions one that says nothing of a threat was taken under that of the contact's other actions, where these agree; else it is
     *     missing
     */
    record Supplement(
            @Size(max = 20_000) @Nullable String narrative,
            @Size(max = 50) @Nullable List<@Nullable Action> actions,
            @Size(max = 20) @Nullable List<@Nullable ForceUse> force,
            @Nullable Packet noticePacket,

            @NotNull @CodeList("correction-reason") @Nullable
            String reason,

            @NotNull @CodeList("correction-basis") @Nullable String basis)
            implements EditDocument {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** Why the record is taken out. */
    record Voiding(
            @NotNull @CodeList("void-reason") @Nullable String reason,
            @NotNull @CodeList("correction-basis") @Nullable String basis,
            @Size(max = 2_000) @Nullable String note)
            implements EditDocument {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }
}
