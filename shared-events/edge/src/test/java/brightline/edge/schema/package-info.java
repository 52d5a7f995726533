/** Schema migrations on a real database. */
@NullMarked
package brightline.edge.schema;

import org.jspecify.annotations.NullMarked;
