/** What was recorded of accounts: asked of the log itself, which has it the moment it happens. */
@NullMarked
package brightline.query.accounts;

import org.jspecify.annotations.NullMarked;
