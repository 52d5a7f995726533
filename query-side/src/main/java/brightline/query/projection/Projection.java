package brightline.query.projection;

import java.util.List;
import java.util.Set;

/** One read model: its tables, and how events become their rows. */
public interface Projection {
    /** Lower-case letters; names the processor, its dead letters and its schemas. */
    String name();

    /** Raised when the tables or what stands in them change. */
    int version();

    /** All tables, each shown by a view of the same name in schema {@code rm}. */
    List<ProjectedTable> tables();

    /** Statements that make the tables in an empty schema, named {@code $rm}. */
    String definition();

    /**
     * Which events change the tables, by their types or what these extend. All others are passed over without a transaction; the
     * position follows a moment later.
     */
    Set<Class<?>> events();

    /**
     * Begins a batch. Runs in a transaction that no other writer of the same tables shares.
     *
     * @param position the rows rest on the log up to this index
     */
    ProjectionBatch begin(ReadModelSchema schema, long position);

    /**
     * A table of a projection.
     *
     * @param key columns that tell its rows apart; none is ever null
     */
    record ProjectedTable(String name, List<String> key) {
        public ProjectedTable {
            key = List.copyOf(key);
        }
    }
}
