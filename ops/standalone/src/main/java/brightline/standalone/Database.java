package brightline.standalone;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the application keeps its records: the PostgreSQL of its own, or one that the environment names.
 *
 * @param url JDBC URL
 * @param embedded null when the server is somebody else's to start and stop
 */
public record Database(
        String url, String user, String password, @Nullable EmbeddedDatabase embedded) {
    private static final String URL = "BRIGHTLINE_DB_URL";
    private static final String USER = "BRIGHTLINE_DB_USER";
    private static final String PASSWORD = "BRIGHTLINE_DB_PASSWORD";

    public static boolean isNamedBy(Map<String, String> environment) {
        return !environment.getOrDefault(URL, "").isBlank();
    }

    /** @throws CannotStart when the URL is not one of PostgreSQL or the user is not named */
    public static Database namedBy(Map<String, String> environment) {
        String url = environment.getOrDefault(URL, "");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new CannotStart(URL + " must start with jdbc:postgresql:");
        }
        String user = environment.getOrDefault(USER, "");
        if (user.isBlank()) {
            throw new CannotStart(USER + " must name the database user when " + URL + " is set");
        }
        return new Database(url, user, environment.getOrDefault(PASSWORD, ""), null);
    }

    public static Database embedded(EmbeddedDatabase database) {
        return new Database(database.jdbcUrl(), EmbeddedDatabase.SUPERUSER, database.password(), database);
    }
}
