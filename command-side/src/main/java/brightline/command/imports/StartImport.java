package brightline.command.imports;

import brightline.events.ImportId;
import brightline.events.Stated;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a file that has arrived whole. The same file with the same options is the same import.
 *
 * @param fileName what the sender calls it, cut short; may hold somebody's name. Null if nobody said
 * @param sha256 of its bytes, lower-case hexadecimal
 */
record StartImport(
        ImportId importId,
        String format,
        Stated assumedImminence,
        @Nullable String fileName,
        String sha256,
        long bytes) implements ImportCommand {
    @Override
    public String toString() {
        return "import " + importId;
    }
}
