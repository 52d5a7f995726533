/** What must hold whatever happens, tried on the whole running program: crashes, bad input, every role at every door. */
@NullMarked
package brightline.proof;

import org.jspecify.annotations.NullMarked;
