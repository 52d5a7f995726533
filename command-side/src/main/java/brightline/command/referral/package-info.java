/** A school's own record that it turned to police, and what came of it on both sides. */
@NullMarked
package brightline.command.referral;

import org.jspecify.annotations.NullMarked;
