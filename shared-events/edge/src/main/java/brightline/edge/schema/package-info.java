/** Database schemas, each with its own migrations and its own history. */
@NullMarked
package brightline.edge.schema;

import org.jspecify.annotations.NullMarked;
