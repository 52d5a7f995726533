package brightline.query.projection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One read model: its tables, and how events become their rows. */
public interface Projection {
    /** Lower-case letters; names the processor, its dead letters and its schemas. */
    String name();

    /** Raised when the tables or what stands in them change: the first line of the definition, {@code -- version 1}. */
    default int version() {
        Matcher first = Pattern.compile("-- version (\\d+)\\R").matcher(definition());
        if (!first.lookingAt()) {
            throw new IllegalStateException("The tables of " + name() + " say no version");
        }
        return Integer.parseInt(first.group(1));
    }

    /** All tables of the definition, each shown by a view of the same name in schema {@code rm}. */
    default List<ProjectedTable> tables() {
        return ProjectedTable.of(definition());
    }

    /** Statements that make the tables in an empty schema, named {@code $rm}: those of {@code tables.sql} beside the class. */
    default String definition() {
        try (InputStream in = getClass().getResourceAsStream("tables.sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
        private static final Pattern TABLE = Pattern.compile(
                "create table \\$rm\\.(\\w+) \\((?:(?!create table).)*?primary key \\(([^)]+)\\)", Pattern.DOTALL);

        public ProjectedTable {
            key = List.copyOf(key);
        }

        private static List<ProjectedTable> of(String definition) {
            return TABLE.matcher(definition)
                    .results()
                    .map(table -> new ProjectedTable(
                            table.group(1), List.of(table.group(2).split(", ", -1))))
                    .toList();
        }
    }
}
