@NullMarked
package brightline.command.disclosure;

import org.jspecify.annotations.NullMarked;
