/** How the edge says no: problem details (RFC 9457) for machines, error pages for people, and neither quotes what was sent. */
@NullMarked
package brightline.edge.problem;

import org.jspecify.annotations.NullMarked;
