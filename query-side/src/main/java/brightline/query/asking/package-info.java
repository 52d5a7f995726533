/** How much may be asked at once, and how a question waits for what it has to rest on: before any worker is taken. */
@NullMarked
package brightline.query.asking;

import org.jspecify.annotations.NullMarked;
