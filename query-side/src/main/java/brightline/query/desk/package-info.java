/** What is on the desk: reviews, deadlines, records given away, requests, evaluations, activities, and each account's work list. */
@NullMarked
package brightline.query.desk;

import org.jspecify.annotations.NullMarked;
