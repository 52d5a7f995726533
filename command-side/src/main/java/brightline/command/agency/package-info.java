/** The agency's own settings. */
@NullMarked
package brightline.command.agency;

import org.jspecify.annotations.NullMarked;
