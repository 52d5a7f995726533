/** Backups of a running Brightline, restored. */
@NullMarked
package brightline.standalone.backup;

import org.jspecify.annotations.NullMarked;
