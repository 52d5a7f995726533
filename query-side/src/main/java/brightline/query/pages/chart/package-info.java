/** Charts as SVG text: pure functions from figures to a picture that is never the only place a figure stands. */
@NullMarked
package brightline.query.pages.chart;

import org.jspecify.annotations.NullMarked;
