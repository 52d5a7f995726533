package brightline.standalone.backup;

import brightline.edge.store.IndexFence;
import brightline.query.figures.FigureEngine;
import brightline.query.projection.Horizons;
import brightline.standalone.Progress;
import brightline.standalone.backup.Manifest.*;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes both archives of a backup while others write into the databases.
 *
 * <p>The snapshot of the events is taken first and that of the keys second: a key is committed before the event that uses it, so every
 * event of the backup has its key in it, except what was erased in between. A key whose event came later is of no use to anybody.
 */
final class Backup {
    /** Older archives of keys would bring back keys that have been destroyed. */
    static final Duration KEYS_KEPT = Duration.ofDays(7);

    static final String KEYS_SUFFIX = ".keys";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(25);
    static final JsonMapper JSON = JsonMapper.builder().build();

    private final Store events;
    private final Store keys;
    private final String id = UUID.randomUUID().toString();
    private final Instant madeAt = Instant.now();

    Backup(Store events, Store keys) {
        this.events = events;
        this.keys = keys;
    }

    /** The archive of keys that belongs to an archive of events. */
    static Path keysBeside(Path archive) {
        return archive.resolveSibling(archive.getFileName() + KEYS_SUFFIX);
    }

    static Path folderOf(Path archive) {
        Path folder = archive.toAbsolutePath().getParent();
        return folder == null ? archive.toAbsolutePath() : folder;
    }

    /**
     * Writes the archive of events to the file and that of keys beside it. Where the first is found under its name, both are complete.
     *
     * @return the manifest of the events
     * @throws CannotGoOn if the database is of another program, the figures stay behind, or the disk is full
     */
    Manifest writeTo(Path archive) throws IOException, SQLException {
        DataSource database = events.dataSource();
        JdbcClient jdbc = JdbcClient.create(database);
        StoredSchemas.requireAllKnown(jdbc);
        List<Schema> schemas = StoredSchemas.of(database, Kind.EVENTS);
        List<Schema> keySchemas = StoredSchemas.of(keys.dataSource(), Kind.KEYS);
        long horizon = horizon(database);
        if (!Horizons.over(database).await(FigureEngine.PROJECTION, horizon, PATIENCE)) {
            throw new CannotGoOn("the figures do not come to event " + horizon + ": look at the projections first");
        }
        Path keyArchive = keysBeside(archive);
        Path eventsPart = part(archive);
        Path keysPart = part(keyArchive);
        try (Connection eventSnapshot = events.snapshot();
                Connection keySnapshot = keys.snapshot()) {
            Proof proof = FigureProof.of(database, horizon);
            long head = new StoredTables(eventSnapshot).newestEvent();
            Progress.say("Writing " + archive + " ...");
            Manifest manifest = write(eventsPart, eventSnapshot, Kind.EVENTS, schemas, head, proof);
            Progress.say("Writing " + keyArchive + " ...");
            write(keysPart, keySnapshot, Kind.KEYS, keySchemas, head, null);
            Files.move(keysPart, keyArchive, StandardCopyOption.ATOMIC_MOVE);
            Files.move(eventsPart, archive, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(eventsPart);
            Files.deleteIfExists(keysPart);
        }
    }

    /** Index up to which everything is final that was recorded when it was asked. */
    private static long horizon(DataSource database) {
        IndexFence fence = new IndexFence(database);
        long newest = Horizons.over(database).newest();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (fence.horizon() < newest) {
            if (System.nanoTime() > deadline) {
                throw new CannotGoOn(
                        "a transaction has been open for " + PATIENCE.toSeconds() + " seconds: try again later");
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CannotGoOn("interrupted", e);
            }
        }
        return fence.lastSeen();
    }

    private static Path part(Path archive) throws IOException {
        if (Files.exists(archive)) {
            throw new CannotGoOn(archive + " exists: choose another file with --to");
        }
        Path part = archive.resolveSibling(archive.getFileName() + ".part");
        Files.deleteIfExists(part);
        return part;
    }

    private Manifest write(
            Path file, Connection snapshot, Kind kind, List<Schema> schemas, long head, @Nullable Proof proof)
            throws IOException, SQLException {
        StoredTables stored = new StoredTables(snapshot);
        List<String> names = StoredSchemas.names(kind);
        List<Table> tables = new ArrayList<>();
        try (ArchiveWriter writer = ArchiveWriter.create(file)) {
            for (StoredTables.Known table : stored.tables(names)) {
                writer.section("table " + table.name(), out -> tables.add(stored.copyOut(table, out)));
                Progress.say(
                        "  %s: %d rows".formatted(table.name(), tables.getLast().rows()));
            }
            // Sequences do not heed snapshots: what they say now is not below what the tables hold.
            Manifest manifest = new Manifest(
                    Manifest.FORMAT, kind, id, madeAt, head, schemas, tables, stored.sequences(names), proof);
            writer.section(Manifest.SECTION, out -> out.write(JSON.writeValueAsBytes(manifest)));
            return manifest;
        }
    }

    /** Deletes archives of keys beside this one that are too old to be kept. @return how many */
    static int dropOldKeys(Path archive, Instant now) throws IOException {
        int dropped = 0;
        try (Stream<Path> files = Files.list(folderOf(archive))) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(KEYS_SUFFIX)).toList()) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(KEYS_KEPT)) && isArchive(file)) {
                    Files.delete(file);
                    dropped++;
                }
            }
        }
        return dropped;
    }

    private static boolean isArchive(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            byte[] heading = ArchiveWriter.HEADING.getBytes(StandardCharsets.UTF_8);
            return Arrays.equals(in.readNBytes(heading.length), heading);
        }
    }
}
