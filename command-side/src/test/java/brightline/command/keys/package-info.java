/** Changes of the key-encryption key, asked for over HTTP. */
@NullMarked
package brightline.command.keys;

import org.jspecify.annotations.NullMarked;
