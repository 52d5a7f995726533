/** Personal parts, encrypted and kept apart from the events that refer to them. */
@NullMarked
package brightline.edge.keys;

import org.jspecify.annotations.NullMarked;
