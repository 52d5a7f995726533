/** A district's students as a OneRoster set: a zip of files that refer to each other, read person by person. */
@NullMarked
package brightline.command.imports.oneroster;

import org.jspecify.annotations.NullMarked;
