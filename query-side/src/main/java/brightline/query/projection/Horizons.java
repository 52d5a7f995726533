package brightline.query.projection;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far read models are, and which part of the log was known at a moment. */
public final class Horizons {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    /** Positions move over what does not concern a projection every 50 ms. */
    private static final Duration A_MOMENT = Duration.ofMillis(250);

    private final JdbcClient jdbc;
    private final ReadModels readModels;

    Horizons(DataSource dataSource, ReadModels readModels) {
        this.jdbc = JdbcClient.create(dataSource);
        this.readModels = readModels;
    }

    /** Over read models that another process keeps up. */
    public static Horizons over(DataSource dataSource) {
        return new Horizons(dataSource, new ReadModels(dataSource));
    }

    /** Index of the last event recorded up to the moment; 0 if none was. */
    public long at(Instant moment) {
        return jdbc.sql("select coalesce(max(global_index), 0) from log.domain_event_entry where recorded_at <= ?")
                .param(Timestamp.from(moment))
                .query(Long.class)
                .single();
    }

    /** Index of the newest event of the log; 0 while it is empty. */
    public long newest() {
        return jdbc.sql("select coalesce(max(global_index), 0) from log.domain_event_entry")
                .query(Long.class)
                .single();
    }

    /** Index up to which the projection's rows hold the log. */
    public long position(String projection) {
        return readModels.find(projection).orElseThrow().position();
    }

    /** Whether the projection holds the event of that index. */
    public boolean holds(String projection, long index) {
        return index <= 0 || position(projection) >= index;
    }

    /**
     * Waits a moment until the projection holds the event of that index: for what follows from the log itself. An index that somebody
     * names is waited for before a worker is taken.
     *
     * @return whether it does
     */
    public boolean awaitBriefly(String projection, long index) {
        return await(projection, index, A_MOMENT);
    }

    /** Waits until the projection holds the event of that index. @return whether it does */
    public boolean await(String projection, long index, Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (position(projection) < index) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            try {
                Thread.sleep(LOOK_AGAIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    /** How many streams of the projection have parked events. */
    public long parkedStreams(String projection) {
        return jdbc.sql("""
                        select count(distinct sequence_identifier) from log.dead_letter_entry where processing_group = ?
                        """).param(projection).query(Long.class).single();
    }

    /** How many events of the projection are parked: those that could not be handled, and all later ones of their streams. */
    public long parkedEvents(String projection) {
        return jdbc.sql("select count(*) from log.dead_letter_entry where processing_group = ?")
                .param(projection)
                .query(Long.class)
                .single();
    }

    /** How many events the projection goes on without, because somebody decided so. */
    public long leftOutEvents(String projection) {
        return jdbc.sql("select count(*) from rm.left_out_event where projection = ?")
                .param(projection)
                .query(Long.class)
                .single();
    }

    /** How many events of some streams are parked or left out, each counted once however many projections miss it. */
    public long missingEvents(Collection<String> streams) {
        return jdbc.sql("""
                        select count(*) from (
                          select event_identifier from log.dead_letter_entry where sequence_identifier = any(:streams)
                          union
                          select event_id from rm.left_out_event where stream = any(:streams)) missing
                        """)
                .param("streams", streams.toArray(String[]::new))
                .query(Long.class)
                .single();
    }
}
