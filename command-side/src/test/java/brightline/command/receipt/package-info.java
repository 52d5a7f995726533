/** Receipts: signed, kept, held against the log. */
@NullMarked
package brightline.command.receipt;

import org.jspecify.annotations.NullMarked;
