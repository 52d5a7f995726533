package brightline.command.activity;

import brightline.command.submission.Identified;
import brightline.events.ActivityId;

/** Which one it was about. */
record ActivityAnswer(ActivityId id) implements Identified {}
