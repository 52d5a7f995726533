/**
 * What stands between the port and everything else, so that nobody at the port can take what an officer's entry needs: how many
 * connections one side holds, how long a body may take, whose work runs on which workers and database connections, and the
 * headers of every answer. Knows nothing of who asks; {@link brightline.edge.access} does.
 *
 * <p>Up to its {@link brightline.edge.door.Share} a request runs on a thread that costs nothing to keep waiting: slow bodies, slow
 * readers and queues hold no worker. Work that takes processor time runs on few real threads, which the operating system shares
 * out; a virtual thread would keep its processor until it waits.
 */
@NullMarked
package brightline.edge.door;

import org.jspecify.annotations.NullMarked;
