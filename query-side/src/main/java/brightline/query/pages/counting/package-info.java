/** How figures are counted, for everybody who is signed in. */
@NullMarked
package brightline.query.pages.counting;

import org.jspecify.annotations.NullMarked;
