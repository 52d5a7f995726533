package brightline.standalone.backup;

import brightline.edge.keys.KeyEncryptionKey;
import brightline.standalone.Database;
import brightline.standalone.Programs;
import brightline.standalone.Progress;
import brightline.standalone.Stores;
import brightline.standalone.backup.Manifest.Kind;
import brightline.standalone.backup.Manifest.Proof;
import brightline.standalone.postgres.DataDirectory;
import brightline.standalone.postgres.EmbeddedDatabase;
import brightline.standalone.postgres.FileTrees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Makes a new installation from a backup. Exit code 0 only when every table, the log's head and the figures are as they were. What fails
 * leaves the directory as empty as it was, except when only figures differ.
 */
@Command(name = "ops/restore", description = "Makes a new installation from a backup.")
public final class RestoreProgram implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "The archive of the events.")
    private Path archive = Path.of("");

    @Option(names = "--data", paramLabel = "NEWDIR", required = true, description = "A new or empty directory.")
    private Path into = Path.of("");

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description = "The archive of the keys: without it, whatever says who a student is reads as redacted.")
    private @Nullable Path keyArchive;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "The key-encryption key, without which the keys cannot be opened.")
    private @Nullable Path keyFile;

    private RestoreProgram() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        return Programs.run(new RestoreProgram(), arguments);
    }

    @Override
    public Integer call() {
        return Ending.of("ops/restore", this::restore);
    }

    private void restore() throws Exception {
        Path data = into.toAbsolutePath();
        requireEmpty(data);
        Progress.say("Checking " + archive + " ...");
        Restoration events = Restoration.of(archive, Kind.EVENTS);
        @Nullable Restoration keys = keyArchive == null ? null : Restoration.of(keyArchive, Kind.KEYS);
        Path key = keyFile;
        if (key != null) {
            if (!Files.isReadable(key)) {
                throw new CannotGoOn(key + " cannot be read");
            }
            requireKey(key);
        }
        sayWhatCannotBeRead(events, keys, key);
        boolean existed = Files.exists(data);
        boolean keep = false;
        try (DataDirectory directory = DataDirectory.open(data);
                EmbeddedDatabase database = EmbeddedDatabase.start(directory)) {
            Database own = Database.embedded(database);
            Store store = Store.of(own.events());
            load(events, store, keys, Store.of(own.keys()));
            if (key != null) {
                copyKey(key, Stores.keyFile(directory));
            }
            keep = true;
            prove(events.manifest(), directory, database, store, keys != null && key != null);
        } finally {
            if (!keep) {
                makeEmpty(data, existed);
            }
        }
    }

    private static void requireKey(Path keyFile) {
        try {
            KeyEncryptionKey.inFile(keyFile);
        } catch (IllegalStateException e) {
            throw new CannotGoOn(String.valueOf(e.getMessage()), e);
        }
    }

    private static void requireEmpty(Path data) throws IOException {
        if (Files.exists(data)) {
            try (Stream<Path> files = Files.list(data)) {
                if (files.findAny().isPresent()) {
                    throw new CannotGoOn(data + " is not empty: restore into a new directory");
                }
            }
        }
    }

    private static void sayWhatCannotBeRead(Restoration events, @Nullable Restoration keys, @Nullable Path keyFile) {
        if (keys != null && keyFile == null) {
            throw new CannotGoOn("keys cannot be opened without the key that wraps them: name it with --key-file");
        }
        if (keys == null) {
            Progress.say("Without --keys: names, narratives and statistics of students will read as redacted, "
                    + "students cannot be found by number, and figures that count students are not compared.");
        }
        if (keys != null) {
            Manifest manifest = keys.manifest();
            if (manifest.head() < events.manifest().head()) {
                Progress.say(
                        "The keys are older than the events: personal parts recorded in between read as redacted.");
            }
            if (manifest.madeAt().isBefore(Instant.now().minus(Backup.KEYS_KEPT))) {
                Progress.say("The keys are older than %d days: keys destroyed since then come back. Destroy them again."
                        .formatted(Backup.KEYS_KEPT.toDays()));
            }
        }
    }

    private static void load(Restoration events, Store eventStore, @Nullable Restoration keys, Store keyStore)
            throws IOException, SQLException {
        Progress.say("Loading the events ...");
        events.into(eventStore);
        if (keys != null) {
            Progress.say("Loading the keys ...");
            keys.into(keyStore);
        }
    }

    private static void copyKey(Path from, Path to) throws IOException {
        Files.createFile(to, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(to, Files.readAllBytes(from));
        Files.setPosixFilePermissions(to, PosixFilePermissions.fromString("r--------"));
    }

    /** Makes all projections from the log and compares their figures with those of the backup. */
    private static void prove(
            Manifest manifest, DataDirectory directory, EmbeddedDatabase database, Store store, boolean withKeys) {
        Progress.say("Making the figures from the log ...");
        FollowingProgram.catchUp(directory, Database.embedded(database));
        Proof expected = Objects.requireNonNull(manifest.proof());
        Proof found = FigureProof.of(store.dataSource(), expected.index());
        List<String> differing = FigureProof.differing(expected, found, withKeys);
        if (!differing.isEmpty()) {
            throw new CannotGoOn("the tables are restored, but figures differ from those of the backup: "
                    + String.join(", ", differing) + " (" + directory.path() + " is kept for a closer look)");
        }
        Progress.say(
                "Restored up to event %d into %s: every table is as it was, and %d of %d figures were compared and are equal."
                        .formatted(
                                manifest.head(),
                                directory.path(),
                                expected.figures().stream()
                                        .filter(figure -> withKeys || !figure.countsStudents())
                                        .count(),
                                expected.figures().size()));
    }

    private static void makeEmpty(Path data, boolean existed) throws IOException {
        if (!existed) {
            FileTrees.delete(data);
            return;
        }
        try (Stream<Path> files = Files.list(data)) {
            for (Path file : files.toList()) {
                FileTrees.delete(file);
            }
        }
    }
}
