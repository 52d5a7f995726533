/** Requests of parents and students to see or amend a record. */
@NullMarked
package brightline.events.request;

import org.jspecify.annotations.NullMarked;
