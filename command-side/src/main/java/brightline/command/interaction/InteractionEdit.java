package brightline.command.interaction;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Commuting;
import brightline.events.InteractionId;

/** Edits of a recorded contact as they arrive. */
sealed interface InteractionEdit extends Commuting, AnsweredBy<InteractionAnswer> {
    InteractionId interactionId();

    /** The version its sender saw. */
    long versionSeen();

    Editor editor();

    /** One fact was recorded wrong. */
    record CorrectInteraction(
            InteractionId interactionId, long versionSeen, Editor editor, EditDocument.Correction document)
            implements InteractionEdit {}

    /** It was another student. */
    record CorrectStudent(
            InteractionId interactionId, long versionSeen, Editor editor, EditDocument.SubjectCorrection document)
            implements InteractionEdit {}

    /** Something is to be added. */
    record SupplementInteraction(
            InteractionId interactionId, long versionSeen, Editor editor, EditDocument.Supplement document)
            implements InteractionEdit {}

    /** The record should not exist. */
    record VoidRecord(InteractionId interactionId, long versionSeen, Editor editor, EditDocument.Voiding document)
            implements InteractionEdit {}
}
