/** How often an arrest was avoided or settled where one was possible (measure M1). */
@NullMarked
package brightline.query.arrests;

import org.jspecify.annotations.NullMarked;
