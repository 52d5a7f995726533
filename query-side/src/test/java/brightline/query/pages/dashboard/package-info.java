/** Sentences, periods and files of figures. */
@NullMarked
package brightline.query.pages.dashboard;

import org.jspecify.annotations.NullMarked;
