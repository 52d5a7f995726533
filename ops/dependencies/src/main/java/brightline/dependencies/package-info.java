/** Holds the libraries of the jar against published advisories, without asking anybody over the network. */
@NullMarked
package brightline.dependencies;

import org.jspecify.annotations.NullMarked;
