/**
 * Backups of an installation and their restoration. The events and the keys are two archives: the first may be kept as long as the
 * records, the second a week at most, so that a destroyed key does not come back.
 */
@NullMarked
package brightline.standalone.backup;

import org.jspecify.annotations.NullMarked;
