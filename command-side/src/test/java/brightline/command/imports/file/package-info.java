@NullMarked
package brightline.command.imports.file;

import org.jspecify.annotations.NullMarked;
