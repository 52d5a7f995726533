package brightline.command.clash;

import brightline.command.submission.Versioned;
import brightline.events.ClashId;

/**
 * Which question it was about.
 *
 * @param version of the question, for the next decision
 */
record ClashAnswer(ClashId clash, Long version) implements Versioned {}
