package brightline.standalone;

import java.nio.file.Path;
import java.util.Map;

/** Where an installation keeps its records and its keys, as the properties that both sides read. */
public final class Stores {
    private Stores() {}

    /** The file of the key-encryption key, which no backup holds. */
    public static Path keyFile(DataDirectory directory) {
        return directory.privateFolder("keys").resolve("key-encryption-key");
    }

    /** Everything a program needs to reach both. */
    public static Map<String, Object> properties(DataDirectory directory, Database database) {
        return Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.user(),
                "spring.datasource.password", database.password(),
                "brightline.data", directory.path().toString(),
                "brightline.keys.file", keyFile(directory).toString());
    }
}
