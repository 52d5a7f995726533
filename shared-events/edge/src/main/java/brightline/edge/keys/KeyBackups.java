package brightline.edge.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import brightline.edge.schema.SchemaMigration;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * Backups of the key store: one file each, all tables as they stood at one moment, every key in it wrapped. They need no
 * program but this one. A backup is good until the key that wraps it is destroyed, and is deleted after a week at the latest.
 */
public final class KeyBackups {
    /** How long a backup is kept: what was erased must not come back from one. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final List<String> TABLES =
            List.of("key_encryption_key", "named_key", "student", "case_key", "student_case", "rotation");

    /** Those that backups of earlier releases do not hold. */
    private static final List<String> NEWER = List.of("student_number", "student_joined", "shared_number");

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final KeyServer server;
    private final Path directory;
    private final InstantSource clock;

    /** @param directory of the backups, made when missing */
    public KeyBackups(KeyServer server, Path directory, InstantSource clock) {
        this.server = server;
        this.directory = directory;
        this.clock = clock;
    }

    /** Takes a backup and deletes those that are too old. @return its file name */
    public String take() {
        Instant now = clock.instant();
        String name = "keys-" + STAMP.format(now) + ".zip";
        Path making = directory.resolve(name + ".making");
        try {
            Files.createDirectories(directory, OWNERS_FOLDER);
            Files.deleteIfExists(making);
            try (FileChannel channel = FileChannel.open(
                            making, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), OWNER_ONLY);
                    Connection connection = server.keys().getConnection()) {
                copyOut(connection, Channels.newOutputStream(channel));
                channel.force(true);
            }
            Files.move(making, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            KeyFile.forceDirectory(directory.resolve(name));
            deleteOlderThan(now.minus(KEPT));
            return name;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("The key store cannot be copied (SQLSTATE " + e.getSQLState() + ")");
        }
    }

    private static void copyOut(Connection connection, OutputStream file) throws SQLException, IOException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        var copies = connection.unwrap(PGConnection.class).getCopyAPI();
        var zip = new ZipOutputStream(file, UTF_8);
        for (String table : all()) {
            zip.putNextEntry(new ZipEntry(table));
            copies.copyOut("copy keys." + table + " to stdout", zip);
            zip.closeEntry();
        }
        zip.finish();
        connection.commit();
    }

    private static List<String> all() {
        return Stream.concat(TABLES.stream(), NEWER.stream()).toList();
    }

    private void deleteOlderThan(Instant limit) throws IOException {
        String oldest = "keys-" + STAMP.format(limit);
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith("keys-") && name.compareTo(oldest) < 0) {
                    Files.delete(file);
                }
            }
        }
    }

    /** Puts a backup into an empty database, whose schema is made first. */
    public void restore(String name, DataSource empty) {
        SchemaMigration.migrate(empty, "keys", "classpath:db/keys");
        try (Connection connection = empty.getConnection();
                ZipInputStream zip = new ZipInputStream(Files.newInputStream(directory.resolve(name)), UTF_8)) {
            connection.setAutoCommit(false);
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            List<String> restored = new ArrayList<>();
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!all().contains(entry.getName())) {
                    throw new IllegalStateException("The backup " + name + " holds what is no table of the key store");
                }
                copies.copyIn("copy keys." + entry.getName() + " from stdin", zip);
                restored.add(entry.getName());
            }
            if (!restored.containsAll(TABLES)) {
                throw new IllegalStateException("The backup " + name + " is not whole");
            }
            connection.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "The backup " + name + " cannot be restored (SQLSTATE " + e.getSQLState() + ")");
        }
    }

    /**
     * Restores a backup into a database of its own, opens every key in it under the one key-encryption key, and drops that
     * database again.
     *
     * @return how many keys opened
     * @throws IllegalStateException if one does not, or the server does not let this user make a database
     */
    long tryOut(String name, KeyEncryptionKey kek) {
        String scratch = "brightline_keys_restore_" + HexFormat.of().formatHex(Cipher256.random(6));
        onServer("create database " + scratch);
        onServer("revoke all on database " + scratch + " from public");
        try {
            DataSource restored = server.database(scratch);
            restore(name, restored);
            return new KeyInspection(restored, kek).openAll();
        } finally {
            onServer("drop database " + scratch);
        }
    }

    private void onServer(String statement) {
        try (Connection connection = server.keys().getConnection();
                Statement sent = connection.createStatement()) {
            sent.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("The server of the key store refuses '"
                    + statement.substring(0, statement.lastIndexOf(' ')) + "' (SQLSTATE " + e.getSQLState() + ")");
        }
    }
}
