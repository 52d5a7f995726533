/**
 * Every figure once more, from the events as they were stored: written from the definitions in words, apart from the rows that figures are
 * read from, and sharing nothing with them but the code lists.
 */
@NullMarked
package brightline.proof.recount;

import org.jspecify.annotations.NullMarked;
