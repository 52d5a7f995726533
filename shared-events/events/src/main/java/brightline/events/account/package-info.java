/** What becomes of accounts, and who gave them their rights. */
@NullMarked
package brightline.events.account;

import org.jspecify.annotations.NullMarked;
