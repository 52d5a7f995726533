/** What the tests of every module stand on: a real PostgreSQL. */
@NullMarked
package brightline.edge;

import org.jspecify.annotations.NullMarked;
