/** What the students of one incident share: how an incident is recorded, added to, moved to its school and linked. */
@NullMarked
package brightline.command.incident;

import org.jspecify.annotations.NullMarked;
