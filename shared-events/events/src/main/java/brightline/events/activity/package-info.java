/** Work with students that is no contact. */
@NullMarked
package brightline.events.activity;

import org.jspecify.annotations.NullMarked;
