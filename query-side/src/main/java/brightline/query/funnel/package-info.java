/** Schools and officers set against what chance leaves open (measure M7): a funnel, never a league table. */
@NullMarked
package brightline.query.funnel;

import org.jspecify.annotations.NullMarked;
