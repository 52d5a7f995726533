/** The PostgreSQL server that runs beside the program, the directory it keeps its data in, and what keeps it from starting. */
@NullMarked
package brightline.standalone.postgres;

import org.jspecify.annotations.NullMarked;
