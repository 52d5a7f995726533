package brightline.edge.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** What only the owner of a guarded table can do: change rows while its guards are off. */
public final class Tampering {
    private Tampering() {}

    /**
     * Runs one statement with the table's triggers off, in one transaction with their being off.
     *
     * @param table with its schema, guarded by a trigger called {@code refuse_change}
     * @return how many rows were changed
     */
    public static int with(DataSource database, String table, String change, Object... parameters) {
        try (Connection connection = database.getConnection();
                Statement guards = connection.createStatement();
                PreparedStatement statement = connection.prepareStatement(change)) {
            connection.setAutoCommit(false);
            guards.execute("alter table " + table + " disable trigger refuse_change");
            for (int place = 0; place < parameters.length; place++) {
                statement.setObject(place + 1, parameters[place]);
            }
            int changed = statement.executeUpdate();
            guards.execute("alter table " + table + " enable always trigger refuse_change");
            connection.commit();
            connection.setAutoCommit(true);
            return changed;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
