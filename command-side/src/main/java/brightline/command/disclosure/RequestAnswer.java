package brightline.command.disclosure;

import brightline.command.submission.Identified;
import brightline.events.RequestId;

/** Which one it was about. */
record RequestAnswer(RequestId id) implements Identified {}
