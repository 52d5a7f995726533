/** Contacts, decided and over HTTP. */
@NullMarked
package brightline.command.interaction;

import org.jspecify.annotations.NullMarked;
