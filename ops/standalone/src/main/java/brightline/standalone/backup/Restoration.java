package brightline.standalone.backup;

import brightline.standalone.Progress;
import brightline.standalone.backup.Manifest.*;
import brightline.standalone.backup.StoredTables.Known;
import brightline.standalone.backup.StoredTables.Trigger;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One archive, checked as a whole and then brought into an empty database. */
final class Restoration {
    private final Path archive;
    private final Manifest manifest;

    private Restoration(Path archive, Manifest manifest) {
        this.archive = archive;
        this.manifest = manifest;
    }

    /**
     * Reads the whole archive before anything is made.
     *
     * @throws CannotGoOn if it is damaged, of another kind, or of a format this program does not know
     */
    static Restoration of(Path archive, Kind kind) throws IOException, SQLException {
        if (!Files.isReadable(archive)) {
            throw new CannotGoOn(archive + " cannot be read");
        }
        List<String> sections = new ArrayList<>();
        List<Manifest> found = new ArrayList<>();
        try {
            ArchiveReader.read(archive, (name, content) -> {
                if (name.equals(Manifest.SECTION)) {
                    found.add(Backup.JSON.readValue(content.readAllBytes(), Manifest.class));
                } else {
                    sections.add(name);
                    content.transferTo(OutputStream.nullOutputStream());
                }
            });
        } catch (ArchiveReader.Damaged e) {
            throw damaged(archive, e);
        }
        if (found.size() != 1) {
            throw new CannotGoOn(archive + " is not complete: its manifest is missing");
        }
        Manifest manifest = found.getFirst();
        if (manifest.format() != Manifest.FORMAT) {
            throw new CannotGoOn(archive + " was made by a newer Brightline: restore with that one");
        }
        if (manifest.kind() != kind) {
            throw new CannotGoOn("%s holds %s, not %s".formatted(archive, words(manifest.kind()), words(kind)));
        }
        if (!sections.equals(manifest.tables().stream().map(Table::section).toList())) {
            throw new CannotGoOn(archive + " is not complete: tables are missing");
        }
        return new Restoration(archive, manifest);
    }

    private static String words(Kind kind) {
        return kind == Kind.EVENTS ? "events" : "keys";
    }

    private static CannotGoOn damaged(Path archive, ArchiveReader.Damaged e) {
        return new CannotGoOn("%s is damaged: %s".formatted(archive, e.getMessage()), e);
    }

    Manifest manifest() {
        return manifest;
    }

    /**
     * Makes the schemas, loads all tables in one transaction and compares what then stands there with the manifest.
     *
     * @throws CannotGoOn if the schemas are of another program, or anything differs
     */
    void into(Store store) throws IOException, SQLException {
        StoredSchemas.requireKnown(store.dataSource(), manifest);
        StoredSchemas.make(store.dataSource(), manifest);
        List<String> schemas = StoredSchemas.names(manifest.kind());
        try (Connection connection = store.patient()) {
            StoredTables stored = new StoredTables(connection);
            requireSameTables(stored.tables(schemas));
            List<Trigger> triggers = stored.triggers(schemas);
            triggers.forEach(trigger -> stored.let(trigger, "D"));
            stored.empty(manifest.tables());
            load(stored);
            manifest.sequences().forEach(stored::set);
            triggers.forEach(trigger -> stored.let(trigger, trigger.mode()));
            connection.commit();
            if (!stored.triggers(schemas).equals(triggers)) {
                throw new CannotGoOn("a trigger of the restored database is not as the migrations made it");
            }
            verify(stored, schemas);
            connection.commit();
        }
    }

    private void requireSameTables(List<Known> made) {
        Map<String, List<String>> columns = made.stream().collect(Collectors.toMap(Known::name, Known::columns));
        for (Table table : manifest.tables()) {
            if (!table.columns().equals(columns.get(table.name()))) {
                throw new CannotGoOn("the table " + table.name()
                        + " has other columns here: restore with the Brightline of the backup");
            }
        }
    }

    private void load(StoredTables stored) throws IOException, SQLException {
        Map<String, Table> tables =
                manifest.tables().stream().collect(Collectors.toMap(Table::section, Function.identity()));
        try {
            ArchiveReader.read(archive, (name, content) -> {
                @Nullable Table table = tables.get(name);
                if (table != null) {
                    stored.copyIn(table, content);
                    Progress.say("  %s: %d rows".formatted(table.name(), table.rows()));
                }
            });
        } catch (ArchiveReader.Damaged e) {
            throw damaged(archive, e);
        }
    }

    private void verify(StoredTables stored, List<String> schemas) throws IOException, SQLException {
        for (Table table : manifest.tables()) {
            Table found = stored.copyOut(
                    new Known(table.name(), table.columns(), table.orderedBy()), OutputStream.nullOutputStream());
            if (!found.equals(table)) {
                throw new CannotGoOn("the restored table " + table.name() + " is not as it was backed up");
            }
        }
        for (Sequence sequence : manifest.sequences()) {
            if (!stored.sequences(schemas).contains(sequence)) {
                throw new CannotGoOn("the restored sequence " + sequence.name() + " is not as it was backed up");
            }
        }
        if (manifest.kind() == Kind.EVENTS && stored.newestEvent() != manifest.head()) {
            throw new CannotGoOn("the restored log does not end with event " + manifest.head());
        }
    }
}
