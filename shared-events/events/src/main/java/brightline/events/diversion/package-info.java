/** One alternative to arrest or court and what became of it: facts as reported, an outcome among them that may stay missing. */
@NullMarked
package brightline.events.diversion;

import org.jspecify.annotations.NullMarked;
