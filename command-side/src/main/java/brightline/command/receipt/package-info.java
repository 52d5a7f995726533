/**
 * Evidence for whoever submitted, from the moment of acceptance: a signed receipt, kept in a journal off the database and held
 * against the log ever after (ADR 10).
 */
@NullMarked
package brightline.command.receipt;

import org.jspecify.annotations.NullMarked;
