/** A school's own record that it turned to police, the officer's answer, what the school did itself, and the police record beside it. */
@NullMarked
package brightline.events.referral;

import org.jspecify.annotations.NullMarked;
