package brightline.command.deadline;

import brightline.events.DeadlineId;

/** Which one it was about. */
record DeadlineAnswer(DeadlineId id) {}
