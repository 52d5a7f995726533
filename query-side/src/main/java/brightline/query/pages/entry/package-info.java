/** The officer's room: one form for one contact with one or several students. */
@NullMarked
package brightline.query.pages.entry;

import org.jspecify.annotations.NullMarked;
