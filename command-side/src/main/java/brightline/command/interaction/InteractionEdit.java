package brightline.command.interaction;

import brightline.command.submission.AnsweredBy;
import brightline.command.submission.Commuting;
import brightline.events.InteractionId;

/**
 * An edit of a recorded contact as it arrives. What kind of edit it is, its document says.
 *
 * @param versionSeen the version its sender saw
 */
record InteractionEdit(InteractionId interactionId, long versionSeen, Editor editor, EditDocument document)
        implements Commuting, AnsweredBy<InteractionAnswer> {}
