package brightline.edge.keys;

import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The server of the key store, for what is done beside the store itself: its connections are opened one by one.
 *
 * @param url JDBC URL of the key store's database
 */
public record KeyServer(String url, String user, String password) {

    /** The key store's own database. */
    DataSource keys() {
        return source();
    }

    /** Another database of the same server. */
    DataSource database(String name) {
        PGSimpleDataSource other = source();
        other.setDatabaseName(name);
        return other;
    }

    private PGSimpleDataSource source() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        source.setUser(user);
        source.setPassword(password);
        source.setApplicationName("brightline-keys");
        source.setLogServerErrorDetail(false);
        return source;
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
