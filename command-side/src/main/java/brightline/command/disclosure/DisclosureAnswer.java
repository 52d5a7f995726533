package brightline.command.disclosure;

import brightline.events.DisclosureId;

/** Which one it was about. */
record DisclosureAnswer(DisclosureId id) {}
