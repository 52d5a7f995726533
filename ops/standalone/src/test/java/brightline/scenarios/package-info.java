/** Stories of police work in schools, told through the API of the running system. */
@NullMarked
package brightline.scenarios;

import org.jspecify.annotations.NullMarked;
