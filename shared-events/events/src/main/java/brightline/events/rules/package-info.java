/**
 * When police work in a school is routine discipline: the rule sets of the agreements as data, and the pure classifier that
 * reads recorded facts with them. A class is derived and never a fact; a new rule set re-reads history.
 *
 * <p>Principle and sources: officers see to safety and do not administer discipline (SECURe rubrics, 2016); no police response
 * to non-violent disruption (Massachusetts s.37P and model agreement); disorderly conduct, trespass and fights without injury or
 * weapon are school matters absent a real and immediate threat (Utah agreement clause).
 */
@NullMarked
package brightline.events.rules;

import org.jspecify.annotations.NullMarked;
