/** What the tests of the command side stand on. */
@NullMarked
package brightline.command;

import org.jspecify.annotations.NullMarked;
