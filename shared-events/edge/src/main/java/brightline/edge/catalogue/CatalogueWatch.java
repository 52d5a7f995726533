package brightline.edge.catalogue;

import brightline.edge.keys.KeyedMac;
import brightline.edge.problem.Faults;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares what guards a database with what a start of this release has made of it. That stands in a file beside the keys, under a MAC
 * whose key is in no database. A guard that was switched off and on again between two looks is not seen.
 */
public final class CatalogueWatch implements MeterBinder {
    private static final Logger LOG = LoggerFactory.getLogger(CatalogueWatch.class);
    private static final String LINES = text("/brightline/catalog/lines.sql");
    private static final List<String> SAID_BY_A_RELEASE = List.of(
            "/brightline/catalog/lines.sql",
            "/brightline/roles/roles.sql",
            "/brightline/roles/events.sql",
            "/brightline/roles/keys.sql",
            "/db/log/afterMigrate.sql",
            "/db/access/afterMigrate.sql",
            "/db/keys/afterMigrate.sql",
            "/db/command/afterMigrate.sql",
            "/db/query/afterMigrate.sql");

    private final String database;
    private final DataSource dataSource;
    private final Path baseline;
    private final KeyedMac mac;
    private volatile Set<String> changes = Set.of();

    /**
     * @param database as meters and the log call it
     * @param baseline file of what was found last after migrations
     * @param mac under a key that stands in no database
     */
    public CatalogueWatch(String database, DataSource dataSource, Path baseline, KeyedMac mac) {
        this.database = database;
        this.dataSource = dataSource;
        this.baseline = baseline;
        this.mac = mac;
    }

    /**
     * Takes what is there for what is to be, where this start has changed the schemas or another release did so last; else compares.
     *
     * @param migrated whether this start has applied migrations
     */
    public void begin(boolean migrated) {
        if (migrated || Files.notExists(baseline) || !read().release().equals(release())) {
            write(lines());
            LOG.atInfo()
                    .addKeyValue("event", "catalog.taken")
                    .addKeyValue("database", database)
                    .log("What guards the database is taken as it is now");
        } else {
            look();
        }
    }

    /** Compares once. What differs is in the log by its name, each time. */
    public void look() {
        Set<String> found = found();
        changes = found;
        if (!found.isEmpty()) {
            LOG.atError()
                    .addKeyValue("event", "catalog.changed")
                    .addKeyValue("database", database)
                    .addKeyValue("changed", String.join("; ", found))
                    .log("What guards the database is not as the program made it");
        }
    }

    /** What is not as it was, by name: things added, gone or changed. */
    public Set<String> changes() {
        return changes;
    }

    private Set<String> found() {
        try {
            return differing();
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("event", "catalog.not-read")
                    .addKeyValue("database", database)
                    .log(() -> "What guards the database cannot be read: " + Faults.describe(e));
            return Set.of("what can be read");
        }
    }

    private Set<String> differing() {
        Baseline before = read();
        if (!before.isOurs()) {
            return Set.of("the file " + baseline.getFileName());
        }
        Set<String> names = new TreeSet<>();
        Set<String> now = new TreeSet<>(lines());
        Set<String> then = new TreeSet<>(before.lines());
        now.stream().filter(line -> !then.contains(line)).forEach(line -> names.add(name(line)));
        then.stream().filter(line -> !now.contains(line)).forEach(line -> names.add(name(line)));
        return names;
    }

    private static String name(String line) {
        return line.substring(0, line.indexOf(": "));
    }

    /** Names are looked up where the server's own stand, whatever somebody has set for the login. */
    private List<String> lines() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                statement.execute("set local search_path = pg_catalog");
                List<String> lines = new ArrayList<>();
                try (ResultSet rows = statement.executeQuery(LINES)) {
                    while (rows.next()) {
                        lines.add(rows.getString("line"));
                    }
                }
                return lines;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The catalog cannot be read (SQLSTATE " + e.getSQLState() + ")", e);
        }
    }

    /** @param lines what was found, a line each */
    private record Baseline(String release, List<String> lines, boolean isOurs) {}

    private Baseline read() {
        try {
            List<String> file = Files.readAllLines(baseline);
            if (file.size() < 2) {
                return new Baseline(release(), List.of(), false);
            }
            List<String> lines = file.subList(2, file.size());
            boolean ours = file.getFirst().equals(seal(file.get(1), lines));
            return new Baseline(ours ? file.get(1) : release(), lines, ours);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(List<String> lines) {
        List<String> file = new ArrayList<>(List.of(seal(release(), lines), release()));
        file.addAll(lines);
        try {
            Path making = baseline.resolveSibling(baseline.getFileName() + ".making");
            Files.write(making, file);
            Files.move(making, baseline, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        changes = Set.of();
    }

    private String seal(String release, List<String> lines) {
        return mac.of(database, release, String.join("\n", lines));
    }

    /** Another one where a release says otherwise who may do what. */
    private String release() {
        return mac.of(SAID_BY_A_RELEASE.stream().map(CatalogueWatch::text).toArray(String[]::new));
    }

    private static String text(String resource) {
        try (InputStream in = CatalogueWatch.class.getResourceAsStream(resource)) {
            // A program of one side alone brings one side's rights.
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("catalog.changes", this, watch -> watch.changes().size())
                .description("Guards of the database that are not as the program made them")
                .tag("database", database)
                .register(registry);
    }
}
