/** Files taken in. */
@NullMarked
package brightline.events.imports;

import org.jspecify.annotations.NullMarked;
