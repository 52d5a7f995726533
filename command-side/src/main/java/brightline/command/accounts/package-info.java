/** Who may sign in: accounts and API tokens. What becomes of them is on record; what lets somebody in is not. Rights that reach further take two. */
@NullMarked
package brightline.command.accounts;

import org.jspecify.annotations.NullMarked;
