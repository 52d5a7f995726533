/** The way in, tried over HTTP on a real database. */
@NullMarked
package brightline.edge.access;

import org.jspecify.annotations.NullMarked;
