/** Changing the key that wraps all others, asked for by the system administrator. Not part of the event log. */
@NullMarked
package brightline.command.keys;

import org.jspecify.annotations.NullMarked;
