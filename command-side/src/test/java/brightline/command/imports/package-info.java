@NullMarked
package brightline.command.imports;

import org.jspecify.annotations.NullMarked;
