/** Both sides in one process: the data directory, its own PostgreSQL, one port. Configuration and start-up, no logic. */
@NullMarked
package brightline.standalone;

import org.jspecify.annotations.NullMarked;
