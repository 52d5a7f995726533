/** Replays over logs that only both sides together can write. */
@NullMarked
package brightline.query.replay;

import org.jspecify.annotations.NullMarked;
