/** Students in the district's list; who a student is stands in the secrets only. */
@NullMarked
package brightline.command.student;

import org.jspecify.annotations.NullMarked;
