/** Complaints, and the reviews that the record itself opens. */
@NullMarked
package brightline.command.review;

import org.jspecify.annotations.NullMarked;
