@NullMarked
package brightline.command.diversion;

import org.jspecify.annotations.NullMarked;
