/**
 * How tables are made from the log: processors, dead letters, positions. A projection is a pure function of the log; twice
 * delivered, replayed or read in other batches, the rows are the same.
 */
@NullMarked
package brightline.query.projection;

import org.jspecify.annotations.NullMarked;
