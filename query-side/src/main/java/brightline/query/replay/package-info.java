/** Rebuilds every projection from the log beside the live one, compares row by row, and switches or discards. */
@NullMarked
package brightline.query.replay;

import org.jspecify.annotations.NullMarked;
