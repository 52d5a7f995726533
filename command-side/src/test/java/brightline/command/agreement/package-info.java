@NullMarked
package brightline.command.agreement;

import org.jspecify.annotations.NullMarked;
