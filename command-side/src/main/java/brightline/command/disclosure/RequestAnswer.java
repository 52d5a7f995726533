package brightline.command.disclosure;

import brightline.events.RequestId;

/** Which one it was about. */
record RequestAnswer(RequestId id) {}
