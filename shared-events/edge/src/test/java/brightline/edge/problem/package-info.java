/** How failures are worded. */
@NullMarked
package brightline.edge.problem;

import org.jspecify.annotations.NullMarked;
