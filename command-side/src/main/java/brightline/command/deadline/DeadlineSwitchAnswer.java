package brightline.command.deadline;

import brightline.events.DeadlineRuleId;

/** Which one it was about. */
record DeadlineSwitchAnswer(DeadlineRuleId id) {}
