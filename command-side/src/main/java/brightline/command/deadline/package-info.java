/** What has to be done by when: set by what is recorded, met by people, missed by itself. */
@NullMarked
package brightline.command.deadline;

import org.jspecify.annotations.NullMarked;
