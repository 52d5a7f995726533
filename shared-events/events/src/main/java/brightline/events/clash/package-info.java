/** Numbers under which two people were stated: whether they are one child is for people to decide. */
@NullMarked
package brightline.events.clash;

import org.jspecify.annotations.NullMarked;
