package brightline.edge.keys;

import brightline.edge.TestDatabase;
import brightline.edge.schema.SchemaMigration;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database of events and one of keys, with what works on them. */
final class KeyDatabases {
    final DataSource eventSource;
    final DataSource keySource;
    final JdbcClient events;
    final JdbcClient keys;
    final TransactionTemplate submission;
    private final Path file;

    private KeyDatabases(DataSource eventSource, DataSource keySource, Path file) {
        this.eventSource = eventSource;
        this.keySource = keySource;
        this.events = JdbcClient.create(eventSource);
        this.keys = JdbcClient.create(keySource);
        this.submission = new TransactionTemplate(new JdbcTransactionManager(eventSource));
        this.file = file;
    }

    /** On the server of all tests. @param directory for the key file */
    static KeyDatabases fresh(Path directory) {
        TestDatabase database = TestDatabase.fresh();
        return migrated(database.dataSource(), database.keys().dataSource(), directory);
    }

    static KeyDatabases migrated(DataSource events, DataSource keys, Path directory) {
        SchemaMigration.migrate(events, "log", "classpath:db/log");
        SchemaMigration.migrate(keys, "keys", "classpath:db/keys");
        return new KeyDatabases(events, keys, directory.resolve("kek"));
    }

    Path file() {
        return file;
    }

    /** Opens the store as a start of the program does. */
    Opened open() {
        KeyStore store = KeyStore.open(keySource, eventSource, file);
        return new Opened(store, new PersonalParts(eventSource, store), new StudentIndex(eventSource, store));
    }

    /** What one program holds. */
    record Opened(KeyStore store, PersonalParts parts, StudentIndex students) {}
}
