/** What every page shares: the shell around it, navigation by role, and figures and times as people read them. */
@NullMarked
package brightline.query.pages;

import org.jspecify.annotations.NullMarked;
