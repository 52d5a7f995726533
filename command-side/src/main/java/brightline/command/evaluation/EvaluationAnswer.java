package brightline.command.evaluation;

import brightline.events.EvaluationId;

/** Which one it was about. */
record EvaluationAnswer(EvaluationId id) {}
