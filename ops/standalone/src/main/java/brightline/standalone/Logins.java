package brightline.standalone;

import brightline.edge.keys.KeyedMac;
import brightline.edge.schema.DatabaseRoles;
import brightline.edge.schema.Login;
import brightline.standalone.Database.Address;
import brightline.standalone.postgres.CannotStart;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The logins of an installation. Their passwords follow from a secret beside the keys: no file holds one, and each program that may read
 * the keys comes to the same.
 */
public final class Logins {
    private static final String SECRET = "database-logins";
    private static final String NOT_PERMITTED = "42501";

    private final KeyedMac secret;

    private Logins(KeyedMac secret) {
        this.secret = secret;
    }

    /** @param keys the folder of the installation's keys */
    public static Logins beside(Path keys) {
        return new Logins(new KeyedMac(keys.resolve(SECRET)));
    }

    /**
     * Makes the roles where they are missing and lets the logins in.
     *
     * @throws CannotStart when whoever set the server up may not make roles
     */
    public void prepare(Database database) {
        try {
            DatabaseRoles.prepare(dataSource(database.events()), dataSource(database.keys()), login -> password(login));
        } catch (SQLException e) {
            if (NOT_PERMITTED.equals(e.getSQLState())) {
                throw new CannotStart(
                        "the database user may not make roles and hand over what is there: name one that owns both databases and all in them, and may (create role NAME login createrole createdb)",
                        e);
            }
            throw new CannotStart(
                    "the database does not take the roles: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
                    e);
        }
    }

    /** Ends what only a start needs. */
    public void started(Database database) {
        try {
            DatabaseRoles.closeMigrator(dataSource(database.events()));
            DatabaseRoles.closeMigrator(dataSource(database.keys()));
        } catch (SQLException e) {
            throw new CannotStart("the database does not close a role (SQLSTATE " + e.getSQLState() + ")", e);
        }
    }

    /** How a login reaches a database. */
    public Address as(Login login, Address administrator) {
        return new Address(administrator.url(), login.role(), password(login));
    }

    private String password(Login login) {
        return secret.of(login.role());
    }

    private static DataSource dataSource(Address administrator) {
        return new DriverManagerDataSource(administrator.url(), administrator.user(), administrator.password());
    }
}
