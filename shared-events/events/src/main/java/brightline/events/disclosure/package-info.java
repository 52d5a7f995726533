/** Who was given a record, under which law, and who was told that it was wrong. */
@NullMarked
package brightline.events.disclosure;

import org.jspecify.annotations.NullMarked;
