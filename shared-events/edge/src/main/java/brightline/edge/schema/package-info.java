<<<<<<< HEAD
/** Database schemas, each with its own migrations and its own history. */
=======
/** How a side's database schema is brought up to date before anything uses it. */
>>>>>>> access
@NullMarked
package brightline.edge.schema;

import org.jspecify.annotations.NullMarked;
