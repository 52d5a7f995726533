/** The arithmetic of measures that both sides have: what is frozen in an evaluation is what the figure itself gave. */
@NullMarked
package brightline.events.measure;

import org.jspecify.annotations.NullMarked;
