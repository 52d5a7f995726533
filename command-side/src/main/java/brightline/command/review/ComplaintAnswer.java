package brightline.command.review;

import brightline.events.ComplaintId;

/** Which one it was about. */
record ComplaintAnswer(ComplaintId id) {}
