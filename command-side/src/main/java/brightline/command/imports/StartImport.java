package brightline.command.imports;

import brightline.events.ImportId;
import brightline.events.Stated;

/**
 * Takes in a file that has arrived whole. The same file with the same options is the same import.
 *
 * @param sha256 of its bytes, lower-case hexadecimal
 */
record StartImport(ImportId importId, String format, Stated assumedImminence, String sha256, long bytes)
        implements ImportCommand {}
