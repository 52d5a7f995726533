/**
 * Files taken in line by line: accepted, duplicate, out of scope, or rejected with column and reason. A line is answered in the
 * transaction that records it, so that a file sent again, or an import killed and resumed, changes nothing that was taken. Which
 * formats there are is known to the packages below only.
 */
@NullMarked
package brightline.command.imports;

import org.jspecify.annotations.NullMarked;
