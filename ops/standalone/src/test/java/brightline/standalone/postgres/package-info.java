/** The server's programs as they are unpacked and run. */
@NullMarked
package brightline.standalone.postgres;

import org.jspecify.annotations.NullMarked;
