/** The installation's own settings. */
@NullMarked
package brightline.events.agency;

import org.jspecify.annotations.NullMarked;
