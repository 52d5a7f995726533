/**
 * One row per officer in one interaction, version by version: what every figure counts. The rows are a function of the streams
 * they come from, derived anew whenever one of these streams grows.
 */
@NullMarked
package brightline.query.involvement;

import org.jspecify.annotations.NullMarked;
