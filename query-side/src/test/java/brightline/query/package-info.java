/** What the tests of the query side stand on: a running query side, and stories to append to its log. */
@NullMarked
package brightline.query;

import org.jspecify.annotations.NullMarked;
