@NullMarked
package brightline.command.review;

import org.jspecify.annotations.NullMarked;
