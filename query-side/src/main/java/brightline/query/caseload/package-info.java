/**
 * What follows of contacts and how students were treated in them: diversions and their outcomes, calming, questioning, force, and
 * school referrals with their police records. Rows are a function of one stream each; what rests on the place or the day of an
 * incident is joined when it is read.
 */
@NullMarked
package brightline.query.caseload;

import org.jspecify.annotations.NullMarked;
