package brightline.command.disclosure;

import brightline.command.submission.Identified;
import brightline.events.DisclosureId;

/** Which one it was about. */
record DisclosureAnswer(DisclosureId id) implements Identified {}
