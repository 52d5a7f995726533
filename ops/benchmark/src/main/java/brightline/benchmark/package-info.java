/** Benches: figures beside their baselines, measured in one run; and the means to drive a running Brightline from outside. */
@NullMarked
package brightline.benchmark;

import org.jspecify.annotations.NullMarked;
