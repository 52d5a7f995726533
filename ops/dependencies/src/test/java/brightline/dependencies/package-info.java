/** The audit on invented advisories. */
@NullMarked
package brightline.dependencies;

import org.jspecify.annotations.NullMarked;
