package brightline.command.activity;

import brightline.events.ActivityId;

/** Which one it was about. */
record ActivityAnswer(ActivityId id) {}
