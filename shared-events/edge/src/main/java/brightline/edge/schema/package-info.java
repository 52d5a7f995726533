/** How a side's database schema is brought up to date before anything uses it. */
@NullMarked
package brightline.edge.schema;

import org.jspecify.annotations.NullMarked;
