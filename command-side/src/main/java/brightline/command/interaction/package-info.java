/** One student's contact with police: how it is recorded, corrected, supplemented and voided. */
@NullMarked
package brightline.command.interaction;

import org.jspecify.annotations.NullMarked;
