/** Schools, as far as police work there is concerned. */
@NullMarked
package brightline.events.school;

import org.jspecify.annotations.NullMarked;
