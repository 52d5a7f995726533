/** The auditor's room: a case event by event, by both clocks. */
@NullMarked
package brightline.query.pages.cases;

import org.jspecify.annotations.NullMarked;
