package brightline.edge.clock;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The time at which things are recorded. In a production database that is the database's own clock and cannot be moved. A
 * database created for demonstration or tests may take a simulated time instead (ADR 4); which of the two it is was
 * decided when it was created and stands in it.
 */
public final class RecordingClock implements InstantSource {
    /** What a database takes {@code recordedAt} from. */
    public enum Mode {
        REAL,
        SIMULATION
    }

    private final Mode mode;
    private volatile @Nullable Instant simulated;

    /** Reads the mode the database was created with; its schema must be there. */
    public RecordingClock(DataSource dataSource) {
        this.mode = Mode.valueOf(JdbcClient.create(dataSource)
                .sql("select mode from log.recorded_time")
                .query(String.class)
                .single());
    }

    /**
     * Makes a database that has no events yet take simulated times.
     *
     * @throws IllegalStateException if events have been recorded already
     */
    public static void createSimulation(DataSource dataSource) {
        boolean changed = JdbcClient.create(dataSource)
                .sql("select log.simulate()")
                .query(Boolean.class)
                .single();
        if (!changed) {
            throw new IllegalStateException(
                    "A database that holds real records cannot take simulated times: start without --demo, or elsewhere");
        }
    }

    public Mode mode() {
        return mode;
    }

    /** Now, as the next event will be recorded: simulated where a simulated time is set, else the machine's clock. */
    @Override
    public Instant instant() {
        Instant set = simulated;
        return set == null ? Instant.now() : set;
    }

    /**
     * Records from now on at this moment, until another is set.
     *
     * @param moment null for the machine's clock again
     * @throws IllegalStateException if the database is not a simulation
     */
    public void set(@Nullable Instant moment) {
        if (mode != Mode.SIMULATION) {
            throw new IllegalStateException("Only a simulation's clock can be set");
        }
        simulated = moment;
    }

    /** Tells the append trigger the simulated time, for the current transaction only; says nothing when none is set. */
    public void announceTo(Connection connection) throws SQLException {
        Instant set = simulated;
        if (set != null) {
            try (PreparedStatement announce =
                    connection.prepareStatement("select set_config('brightline.simulated_now', ?, true)")) {
                announce.setString(1, set.toString());
                announce.execute();
            }
        }
    }
}
