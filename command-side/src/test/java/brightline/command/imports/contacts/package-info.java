@NullMarked
package brightline.command.imports.contacts;

import org.jspecify.annotations.NullMarked;
