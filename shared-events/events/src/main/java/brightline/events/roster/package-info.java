/** Lists of who serves at which school, as the police and the schools each keep them. */
@NullMarked
package brightline.events.roster;

import org.jspecify.annotations.NullMarked;
