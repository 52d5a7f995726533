package brightline.standalone.backup;

import brightline.edge.schema.Login;
import brightline.standalone.Database;
import brightline.standalone.Logins;
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
            return of(data, Database.namedBy(environment), null);
        }
        if (DataDirectory.isHeld(data)) {
            return of(data, Database.running(PrivateFile.read(data.resolve("database.txt"))), null);
        }
        Progress.say("Brightline is not running: starting its database ...");
        DataDirectory directory = DataDirectory.open(data);
        try {
            EmbeddedDatabase database = EmbeddedDatabase.start(directory);
            return of(data, Database.embedded(database), directory);
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** Reached as those who read it for an archive. */
    private static Installation of(Path data, Database database, @Nullable DataDirectory directory) {
        if (directory == null && !Files.exists(data.resolve("keys"))) {
            throw new CannotGoOn(data.resolve("keys") + " is missing: start this Brightline on it once");
        }
        Logins logins = Logins.beside(data.resolve("keys"));
        return new Installation(
                Store.of(logins.as(Login.BACKUP, database.events())),
                Store.of(logins.as(Login.KEY_ROTATION, database.keys())),
                directory,
                database.embedded());
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
