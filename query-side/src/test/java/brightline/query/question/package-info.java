/** How questions are read. */
@NullMarked
package brightline.query.question;

import org.jspecify.annotations.NullMarked;
