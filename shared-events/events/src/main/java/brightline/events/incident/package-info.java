/** What the students of one incident share: place, time, references, links. */
@NullMarked
package brightline.events.incident;

import org.jspecify.annotations.NullMarked;
