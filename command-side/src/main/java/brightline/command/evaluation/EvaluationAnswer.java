package brightline.command.evaluation;

import brightline.command.submission.Identified;
import brightline.events.EvaluationId;

/** Which one it was about. */
record EvaluationAnswer(EvaluationId id) implements Identified {}
