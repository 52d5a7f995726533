package brightline.command.incident;

import brightline.command.endpoint.ReadBy;
import brightline.command.interaction.Editor;
import brightline.command.interaction.StudentEntry;
import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Commuting;
import brightline.edge.description.CodeList;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Edits of a recorded incident as they arrive. */
sealed interface IncidentEdit extends Commuting, AnsweredBy<IncidentAnswer> {
    IncidentId incidentId();

    /** The version its sender saw. */
    long versionSeen();

    Editor editor();

    /** One more student was part of it. */
    record AddStudent(
            IncidentId incidentId, long versionSeen, Editor editor, InteractionId interactionId, StudentEntry entry)
            implements IncidentEdit {}

    /** It happened at another school. */
    record MoveToSchool(IncidentId incidentId, long versionSeen, Editor editor, SchoolCorrection document)
            implements IncidentEdit {}

    /** Its author takes it back at once. @param account user name of who asks */
    record UndoIncident(IncidentId incidentId, long versionSeen, Editor editor, String account)
            implements IncidentEdit {}

    /** It was recorded twice. */
    record LinkToPrimary(IncidentId incidentId, long versionSeen, Editor editor, Link document)
            implements IncidentEdit {}

    /**
     * The school it happened at.
     *
     * @param reason code list {@code correction-reason}
     * @param basis code list {@code correction-basis}
     */
    @ReadBy(IncidentDesk.class)
    record SchoolCorrection(
            @NotNull @Size(max = 40) @Nullable String school,

            @NotNull @CodeList("correction-reason") @Nullable
            String reason,

            @NotNull @CodeList("correction-basis") @Nullable String basis) {}

    /**
     * The record of the same incident that was there first.
     *
     * @param primary its id
     * @param reason code list {@code correction-reason}
     * @param basis code list {@code correction-basis}
     */
    @ReadBy(IncidentDesk.class)
    record Link(
            @NotNull @Schema(format = "uuid") @Nullable String primary,

            @NotNull @CodeList("correction-reason") @Nullable
            String reason,

            @NotNull @CodeList("correction-basis") @Nullable String basis) {}
}
