/** The side that decides: commands in, events out. One package per stream, and the path all submissions take. */
@NullMarked
package brightline.command;

import org.jspecify.annotations.NullMarked;
