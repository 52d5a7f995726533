/** The analyst's room: figures with their charts, tables, intervals and definitions. */
@NullMarked
package brightline.query.pages.dashboard;

import org.jspecify.annotations.NullMarked;
