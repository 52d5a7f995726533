package brightline.events.rules;

import brightline.events.Code;
import brightline.events.Stated;

/**
 * One action of an officer as recorded.
 *
 * @param action code of a list whose rows have action levels
 * @param imminence whether a threat was real and immediate when it was done
 */
public record ActionFact(Code action, Stated imminence) {}
