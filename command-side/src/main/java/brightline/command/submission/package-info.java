/** The one path every command takes: once per key, one transaction, answered after the commit with its place in the log. */
@NullMarked
package brightline.command.submission;

import org.jspecify.annotations.NullMarked;
