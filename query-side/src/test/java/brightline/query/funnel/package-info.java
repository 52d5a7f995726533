@NullMarked
package brightline.query.funnel;

import org.jspecify.annotations.NullMarked;
