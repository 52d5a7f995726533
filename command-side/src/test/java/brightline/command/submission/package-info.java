/** The path of submissions, on a real PostgreSQL. */
@NullMarked
package brightline.command.submission;

import org.jspecify.annotations.NullMarked;
