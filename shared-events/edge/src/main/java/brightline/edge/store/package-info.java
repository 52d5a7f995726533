/** The event log on PostgreSQL: Axon on Boot 4, logical names, the append path, the index fence. */
@NullMarked
package brightline.edge.store;

import org.jspecify.annotations.NullMarked;
