/** Files about what contacts refer to: officers with their assignments, and how many students a school had. */
@NullMarked
package brightline.command.imports.reference;

import org.jspecify.annotations.NullMarked;
