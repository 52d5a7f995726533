@NullMarked
package brightline.query.lateness;

import org.jspecify.annotations.NullMarked;
