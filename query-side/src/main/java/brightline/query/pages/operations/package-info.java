/** The rooms of those who keep the house: imports, replays and settings. */
@NullMarked
package brightline.query.pages.operations;

import org.jspecify.annotations.NullMarked;
