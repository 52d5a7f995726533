@NullMarked
package brightline.query.caseload;

import org.jspecify.annotations.NullMarked;
