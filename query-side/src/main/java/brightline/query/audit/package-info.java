/** The record of every case as its events tell it, and as it was known at any moment. No personal part is read here. */
@NullMarked
package brightline.query.audit;

import org.jspecify.annotations.NullMarked;
