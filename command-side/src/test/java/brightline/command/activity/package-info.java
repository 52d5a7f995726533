@NullMarked
package brightline.command.activity;

import org.jspecify.annotations.NullMarked;
