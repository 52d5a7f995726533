/** Schools, confirmed by a person or provisional from an import. */
@NullMarked
package brightline.command.school;

import org.jspecify.annotations.NullMarked;
