/** Who may come in and what they may reach: accounts, tokens, sign-in, and the one table of routes and roles. */
@NullMarked
package brightline.edge.access;

import org.jspecify.annotations.NullMarked;
