@NullMarked
package brightline.command.endpoint;

import org.jspecify.annotations.NullMarked;
