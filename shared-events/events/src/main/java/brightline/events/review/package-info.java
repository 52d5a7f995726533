/** Complaints, and reviews of contacts: who looked again, and what came of it. */
@NullMarked
package brightline.events.review;

import org.jspecify.annotations.NullMarked;
