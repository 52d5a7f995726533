/** Files of contacts, one line for each student in an incident: read as facts, and recorded as they stand. */
@NullMarked
package brightline.command.imports.contacts;

import org.jspecify.annotations.NullMarked;
