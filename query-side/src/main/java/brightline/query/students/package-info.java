/** Which student is it? Finds students of the district's list for those who may know them. */
@NullMarked
package brightline.query.students;

import org.jspecify.annotations.NullMarked;
