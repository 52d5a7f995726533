/** Agreements between police and schools, and the rule set each puts in force. */
@NullMarked
package brightline.events.agreement;

import org.jspecify.annotations.NullMarked;
