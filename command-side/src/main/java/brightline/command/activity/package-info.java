/** Work with students that is no contact. */
@NullMarked
package brightline.command.activity;

import org.jspecify.annotations.NullMarked;
