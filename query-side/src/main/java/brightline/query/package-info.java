/** The query side: what the log says, kept ready for questions. Reads events, never writes them. */
@NullMarked
package brightline.query;

import org.jspecify.annotations.NullMarked;
