/** One student's contact with police at school: facts as observed, never as later classified. */
@NullMarked
package brightline.events.interaction;

import org.jspecify.annotations.NullMarked;
