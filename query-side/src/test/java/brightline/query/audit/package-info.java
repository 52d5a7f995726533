/** Cases, told. */
@NullMarked
package brightline.query.audit;

import org.jspecify.annotations.NullMarked;
