package brightline.standalone;

import brightline.standalone.postgres.CannotStart;
import brightline.standalone.postgres.EmbeddedDatabase;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the application keeps its records and, apart from them, their keys: the PostgreSQL of its own, or what the environment names.
 * Its addresses are those of whoever set the server up, who makes the roles; the application itself signs in by {@link Logins}.
 *
 * @param embedded null when the servers are somebody else's to start and stop
 */
public record Database(
        Address events, Address keys, @Nullable EmbeddedDatabase embedded) {
    private static final String EVENTS = "BRIGHTLINE_DB_";
    private static final String KEYS = "BRIGHTLINE_KEYS_DB_";
    private static final String URL = EVENTS + "URL";

    /** One database. @param url JDBC URL */
    public record Address(String url, String user, String password) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    public static boolean isNamedBy(Map<String, String> environment) {
        return !environment.getOrDefault(URL, "").isBlank();
    }

    /** @throws CannotStart when a URL is not one of PostgreSQL, a user is not named, or the keys have no database of their own */
    public static Database namedBy(Map<String, String> environment) {
        Address events = address(EVENTS, environment);
        for (String name : List.of("URL", "USER", "PASSWORD")) {
            if (Secrets.named(KEYS + name, environment) == null) {
                throw new CannotStart(KEYS + name + " is missing: when " + URL + " is set, " + KEYS + "URL, " + KEYS
                        + "USER and " + KEYS + "PASSWORD must name another database for the keys");
            }
        }
        Address keys = address(KEYS, environment);
        if (keys.url().equals(events.url())) {
            throw new CannotStart(KEYS + "URL must name another database than " + URL);
        }
        return new Database(events, keys, null);
    }

    private static Address address(String prefix, Map<String, String> environment) {
        String url = environment.getOrDefault(prefix + "URL", "");
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new CannotStart(prefix + "URL must start with jdbc:postgresql:");
        }
        String user = environment.getOrDefault(prefix + "USER", "");
        if (user.isBlank()) {
            throw new CannotStart(prefix + "USER must name the database user when " + prefix + "URL is set");
        }
        return new Address(url, user, Objects.requireNonNullElse(Secrets.named(prefix + "PASSWORD", environment), ""));
    }

    /**
     * The embedded server of an installation that runs.
     *
     * @param uri as the data directory's {@code database.txt} names it
     */
    public static Database running(String uri) {
        URI place = URI.create(uri);
        String[] account = place.getUserInfo().split(":", 2);
        String server = "jdbc:postgresql://%s:%d/".formatted(place.getHost(), place.getPort());
        return new Database(
                new Address(server + EmbeddedDatabase.NAME, account[0], account[1]),
                new Address(server + EmbeddedDatabase.KEYS_NAME, account[0], account[1]),
                null);
    }

    public static Database embedded(EmbeddedDatabase database) {
        return new Database(
                new Address(database.jdbcUrl(), EmbeddedDatabase.SUPERUSER, database.password()),
                new Address(database.keysJdbcUrl(), EmbeddedDatabase.SUPERUSER, database.password()),
                database);
    }
}
