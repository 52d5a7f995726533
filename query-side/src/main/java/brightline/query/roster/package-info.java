/**
 * Who serves at which school, as it was and as it was known: the roster of any day, its age and its match (measure M8), training
 * (measure M9), eligibility, and the programme behind it. An officer's standing on a day is derived from facts when it is asked for.
 */
@NullMarked
package brightline.query.roster;

import org.jspecify.annotations.NullMarked;
