package brightline.command.interaction;

import brightline.edge.keys.PersonalPart.*;
import brightline.events.InteractionId;
import brightline.events.interaction.ContactFacts;
import org.jspecify.annotations.Nullable;

/**
 * One student's contact, read and checked, with its personal parts still in the open: on its way to be sealed and recorded.
 *
 * @param identity who the student is; null when not identified
 * @param told who is meant of those with the student's number
 * @param statistics without pseudonym, which is added when the student is known; null when nothing was said
 * @param narrative null for no account
 */
public record StudentContact(
        InteractionId interactionId,
        ContactFacts facts,
        @Nullable Identity identity,
        Told told,
        @Nullable Statistics statistics,
        @Nullable Narrative narrative) {}
