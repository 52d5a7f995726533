@NullMarked
package brightline.query.roster;

import org.jspecify.annotations.NullMarked;
