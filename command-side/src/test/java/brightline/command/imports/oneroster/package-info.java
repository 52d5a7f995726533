@NullMarked
package brightline.command.imports.oneroster;

import org.jspecify.annotations.NullMarked;
