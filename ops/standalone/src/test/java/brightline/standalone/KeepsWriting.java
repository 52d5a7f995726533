package brightline.standalone;

import brightline.standalone.postgres.DataDirectory;
import brightline.standalone.postgres.EmbeddedDatabase;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The victim of {@link KilledProcessTest}: starts the database, then commits row after row and says each number once it is safe. */
final class KeepsWriting {
    private KeepsWriting() {}

    public static void main(String[] arguments) throws SQLException {
        EmbeddedDatabase database = EmbeddedDatabase.start(DataDirectory.open(Path.of(arguments[0])));
        try (Connection connection =
                DriverManager.getConnection(database.jdbcUrl(), EmbeddedDatabase.SUPERUSER, database.password())) {
            connection.createStatement().execute("create table if not exists written (number int primary key)");
            try (PreparedStatement insert = connection.prepareStatement("insert into written values (?)")) {
                for (int number = 1; ; number++) {
                    insert.setInt(1, number);
                    insert.executeUpdate();
                    System.out.println(number);
                }
            }
        }
    }
}
