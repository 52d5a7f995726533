/** The pages of cases. */
@NullMarked
package brightline.query.pages.cases;

import org.jspecify.annotations.NullMarked;
