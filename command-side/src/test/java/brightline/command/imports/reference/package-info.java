@NullMarked
package brightline.command.imports.reference;

import org.jspecify.annotations.NullMarked;
