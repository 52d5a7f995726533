package brightline.edge.store;

import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far the log is final. Indexes are handed out before their transactions commit, so a hole may still fill; below the
 * fence it never will. The append trigger takes its transaction id first and its index second; therefore, once every
 * transaction older than one begun after index M was seen has ended, all rows up to M are visible and all holes below M
 * are dead.
 *
 * <p>One fence per JVM, shared by all readers; it asks the database only when somebody asks it. Works on the primary only.
 */
public final class IndexFence {
    private final JdbcClient jdbc;
    private final ReentrantLock advancing = new ReentrantLock();
    private volatile long horizon;
    private long candidate;
    private long candidateXid;

    public IndexFence(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * The highest final index; 0 while the log is empty. Each call moves the fence as far as the database allows at that
     * moment and never waits for writers.
     *
     * <p>Must not run inside a transaction: every look has to be its own snapshot.
     */
    public long horizon() {
        if (advancing.tryLock()) {
            try {
                advance();
            } finally {
                advancing.unlock();
            }
        }
        return horizon;
    }

    /** The horizon as last seen, without asking the database. */
    public long lastSeen() {
        return horizon;
    }

    private void advance() {
        if (candidate == horizon) {
            long newest = jdbc.sql("select coalesce(max(global_index), 0) from log.domain_event_entry")
                    .query(Long.class)
                    .single();
            if (newest == horizon) {
                return;
            }
            candidate = newest;
            // A transaction id of our own, later than any writer that can hold an index up to the candidate.
            candidateXid = jdbc.sql("select pg_current_xact_id()::text::bigint")
                    .query(Long.class)
                    .single();
        }
        long oldestRunning = jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
        if (oldestRunning >= candidateXid) {
            horizon = candidate;
        }
    }
}
