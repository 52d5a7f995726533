package brightline.command.review;

import brightline.command.submission.Identified;
import brightline.events.ComplaintId;

/** Which one it was about. */
record ComplaintAnswer(ComplaintId id) implements Identified {}
