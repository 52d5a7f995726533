@NullMarked
package brightline.query.asking;

import org.jspecify.annotations.NullMarked;
