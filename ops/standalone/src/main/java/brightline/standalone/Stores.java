package brightline.standalone;

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

    /** Everything a program needs to reach both. */
    public static Map<String, Object> properties(DataDirectory directory, Database database) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "brightline.data", directory.path().toString(),
                "brightline.receipts.folder",
                        directory.privateFolder("receipts").toString(),
                "brightline.keys.file", keyFile(directory).toString()));
        Map.of("spring.datasource.", database.events(), "brightline.keys.datasource.", database.keys())
                .forEach((prefix, address) -> {
                    properties.put(prefix + "url", address.url());
                    properties.put(prefix + "username", address.user());
                    properties.put(prefix + "password", address.password());
                });
        return properties;
    }
}
