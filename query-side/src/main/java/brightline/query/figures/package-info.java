/**
 * What every figure has in common: filters, groups, what was known when, the interval of a share, notes and the form of the
 * answer. Figures count fact rows when they are asked.
 */
@NullMarked
package brightline.query.figures;

import org.jspecify.annotations.NullMarked;
