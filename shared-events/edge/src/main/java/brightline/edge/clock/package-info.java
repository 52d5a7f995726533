/** When things are recorded: database time, or a simulation clock in databases made for demonstration and tests. */
@NullMarked
package brightline.edge.clock;

import org.jspecify.annotations.NullMarked;
