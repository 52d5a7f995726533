package brightline.command.officer;

import brightline.events.OfficerId;

/** Which officer it was about. */
public record OfficerAnswer(OfficerId officer) {}
