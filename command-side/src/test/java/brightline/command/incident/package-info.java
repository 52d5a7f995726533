/** Incidents, decided and over HTTP. */
@NullMarked
package brightline.command.incident;

import org.jspecify.annotations.NullMarked;
