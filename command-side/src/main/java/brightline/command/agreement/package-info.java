/** Agreements between police and schools, and the days on which each binds. */
@NullMarked
package brightline.command.agreement;

import org.jspecify.annotations.NullMarked;
