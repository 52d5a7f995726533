package brightline.standalone.backup;

import brightline.standalone.Database;
import brightline.standalone.Progress;
import brightline.standalone.postgres.DataDirectory;
import brightline.standalone.postgres.EmbeddedDatabase;
import brightline.standalone.postgres.PrivateFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An installation to be backed up, running or stopped. A stopped one is started without its addresses and its projections brought up to
 * the log, and stopped again.
 *
 * @param own null while somebody else runs it
 */
record Installation(
        Store events,
        Store keys,
        @Nullable DataDirectory directory,
        @Nullable EmbeddedDatabase own) implements AutoCloseable {

    /** @throws CannotGoOn if there is no installation in the directory, or it cannot be reached */
    static Installation open(Path data, Map<String, String> environment) {
        if (!Files.exists(data.resolve("layout"))) {
            throw new CannotGoOn("no Brightline keeps its data in " + data + ": name its directory with --data");
        }
        if (Database.isNamedBy(environment)) {
            Database named = Database.namedBy(environment);
            return new Installation(Store.of(named.events()), Store.of(named.keys()), null, null);
        }
        if (DataDirectory.isHeld(data)) {
            Store events = Store.at(PrivateFile.read(data.resolve("database.txt")));
            return new Installation(events, events.named(EmbeddedDatabase.KEYS_NAME), null, null);
        }
        Progress.say("Brightline is not running: starting its database ...");
        DataDirectory directory = DataDirectory.open(data);
        try {
            EmbeddedDatabase database = EmbeddedDatabase.start(directory);
            Database own = Database.embedded(database);
            return new Installation(Store.of(own.events()), Store.of(own.keys()), directory, database);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Nobody else keeps the projections of a stopped installation up. */
    void catchUpIfStopped() {
        if (directory != null && own != null) {
            FollowingProgram.catchUp(directory, Database.embedded(own));
        }
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
        if (directory != null) {
            directory.close();
        }
    }
}
