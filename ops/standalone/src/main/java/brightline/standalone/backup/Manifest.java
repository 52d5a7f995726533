package brightline.standalone.backup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an archive says of itself, in its last section.
 *
 * @param format of the archive; see {@link #FORMAT}
 * @param kind which of the two archives of a backup this is
 * @param backup the same in both archives of one backup
 * @param madeAt by the machine's clock
 * @param head index of the newest event in the backup; 0 for an empty log
 * @param schemas with the migrations that made them, in the order in which they are made
 * @param proof figures as they were; null in the archive of keys
 */
record Manifest(
        int format,
        Kind kind,
        String backup,
        Instant madeAt,
        long head,
        List<Schema> schemas,
        List<Table> tables,
        List<Sequence> sequences,
        @Nullable Proof proof) {
    static final int FORMAT = 1;
    /** Name of the section that holds it. */
    static final String SECTION = "manifest";

    Manifest {
        schemas = List.copyOf(schemas);
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
    }

    /** The two archives of a backup. */
    enum Kind {
        EVENTS,
        KEYS
    }

    record Schema(String name, List<Migration> migrations) {}

    /** @param checksum Flyway's, of the migration's text */
    record Migration(String version, @Nullable Integer checksum) {}

    /**
     * A table's rows, in the order of some columns that tell them apart.
     *
     * @param name with its schema
     * @param sha256 over the rows as PostgreSQL copies them in binary form, lower-case hexadecimal
     */
    record Table(String name, List<String> columns, List<String> orderedBy, long rows, String sha256) {
        /** Name of the section that holds the rows. */
        String section() {
            return "table " + name;
        }
    }

    /** @param called whether {@code last} has been handed out */
    record Sequence(String name, long last, boolean called) {}

    /**
     * Figures to be found again.
     *
     * @param index they rest on the log up to and with this index
     */
    record Proof(long index, List<Figure> figures) {}

    /**
     * One figure.
     *
     * @param answer the JSON of its definition, rule set, agreement and rows
     * @param countsStudents whether it needs the keys: without them students cannot be told apart
     */
    record Figure(String name, String answer, boolean countsStudents) {}
}
