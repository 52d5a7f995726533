/** Start, kill and stop: real servers, real processes, the real scripts. */
@NullMarked
package brightline.standalone;

import org.jspecify.annotations.NullMarked;
