/** The room where a new name, star or number is recorded, and two entries of one person are joined or parted. */
@NullMarked
package brightline.query.pages.names;

import org.jspecify.annotations.NullMarked;
