@NullMarked
package brightline.query.students;

import org.jspecify.annotations.NullMarked;
