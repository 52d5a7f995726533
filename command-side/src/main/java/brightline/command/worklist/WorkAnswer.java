package brightline.command.worklist;

import brightline.events.WorkItemId;

/** Which one it was about. */
record WorkAnswer(WorkItemId id) {}
