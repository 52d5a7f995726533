package brightline.events.rules;

import brightline.events.Code;
import brightline.events.Stated;

/** One action as the classifier reads it. */
public record ActionFact(Code action, Stated imminence) {}
