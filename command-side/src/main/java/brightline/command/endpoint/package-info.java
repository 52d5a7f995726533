/**
 * How a submission arrives: an endpoint maps a document, read and looked at as a whole, to a command, and returns it; what it
 * returns is submitted, once per key, and answered. An endpoint is a function from a document to a command.
 */
@NullMarked
package brightline.command.endpoint;

import org.jspecify.annotations.NullMarked;
