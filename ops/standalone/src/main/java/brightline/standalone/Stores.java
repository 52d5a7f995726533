package brightline.standalone;

import brightline.edge.schema.Login;
import brightline.standalone.postgres.DataDirectory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Where an installation keeps its records and its keys, as the properties that both sides read. */
public final class Stores {
    private Stores() {}

    /** The file of the key-encryption key, which no backup holds. */
    public static Path keyFile(DataDirectory directory) {
        return directory.privateFolder("keys").resolve("key-encryption-key");
    }

    /** The passwords of the installation's logins. */
    public static Logins logins(DataDirectory directory) {
        return Logins.beside(directory.privateFolder("keys"));
    }

    /** Everything a program that serves needs to reach both: each of its pools signs in as somebody of its own. */
    public static Map<String, Object> properties(DataDirectory directory, Database database) {
        Logins logins = logins(directory);
        Map<String, Object> properties = places(directory);
        name(properties, "spring.datasource.", logins.as(Login.WRITER, database.events()));
        name(properties, "brightline.logins.projecting.", logins.as(Login.PROJECTOR, database.events()));
        name(properties, "brightline.logins.questions.", logins.as(Login.READER, database.events()));
        name(properties, "brightline.logins.door.", logins.as(Login.DOOR, database.events()));
        nameOthers(properties, logins, database);
        return properties;
    }

    /** Everything a program needs that keeps projections up with the log, and nothing else. */
    public static Map<String, Object> projecting(DataDirectory directory, Database database) {
        Logins logins = logins(directory);
        Map<String, Object> properties = places(directory);
        name(properties, "spring.datasource.", logins.as(Login.PROJECTOR, database.events()));
        nameOthers(properties, logins, database);
        return properties;
    }

    private static Map<String, Object> places(DataDirectory directory) {
        return new HashMap<>(Map.of(
                "brightline.data", directory.path().toString(),
                "brightline.receipts.folder",
                        directory.privateFolder("receipts").toString(),
                "brightline.keys.file", keyFile(directory).toString()));
    }

    private static void nameOthers(Map<String, Object> properties, Logins logins, Database database) {
        name(properties, "brightline.migrator.", logins.as(Login.MIGRATOR, database.events()));
        name(properties, "brightline.keys.datasource.", logins.as(Login.KEYS, database.keys()));
        name(properties, "brightline.keys.rotation.", logins.as(Login.KEY_ROTATION, database.keys()));
    }

    private static void name(Map<String, Object> properties, String prefix, Database.Address address) {
        if (prefix.endsWith("datasource.")) {
            properties.put(prefix + "url", address.url());
        }
        properties.put(prefix + "username", address.user());
        properties.put(prefix + "password", address.password());
    }
}
