/** The published language: what happened, in the field's own words, for both sides and for every reader to come. */
@NullMarked
package brightline.events;

import org.jspecify.annotations.NullMarked;
