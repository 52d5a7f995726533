@NullMarked
package brightline.command.referral;

import org.jspecify.annotations.NullMarked;
