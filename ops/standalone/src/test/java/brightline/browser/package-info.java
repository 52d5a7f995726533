/** The pages in a real browser: what a person can do with them, and whether everybody can. */
@NullMarked
package brightline.browser;

import org.jspecify.annotations.NullMarked;
