/** Who may sign in: accounts and API tokens. Not part of the event log; every change is a line in the access log. */
@NullMarked
package brightline.command.accounts;

import org.jspecify.annotations.NullMarked;
