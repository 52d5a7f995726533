@NullMarked
package brightline.command.agency;

import org.jspecify.annotations.NullMarked;
