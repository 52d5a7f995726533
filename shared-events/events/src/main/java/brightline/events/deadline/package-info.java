/** What has to be done by when, and whether it was. */
@NullMarked
package brightline.events.deadline;

import org.jspecify.annotations.NullMarked;
