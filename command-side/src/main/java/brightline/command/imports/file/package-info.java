/** What any format of files needs: lines and their cells, the guide to its columns, and how a line is answered. */
@NullMarked
package brightline.command.imports.file;

import org.jspecify.annotations.NullMarked;
