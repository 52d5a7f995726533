package brightline.edge.store;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How far the log is final. Indexes are handed out before their transactions commit, so a hole may still fill; below the
 * fence it never will. The append trigger takes its transaction id first and its index second; therefore, once every
 * transaction older than one begun after index M was seen has ended, all rows up to M are visible and all holes below M
 * are dead. While somebody holds the fence, looks that find more leave marks of their own, so that each writer holds back little
 * more than what came after it, however many are slow at once. A {@linkplain #REHEARSAL rehearsal}, which never commits, holds nobody.
 *
 * <p>One fence per JVM, shared by all readers. However many ask, the database is looked at no more than every
 * {@value #LOOK_EVERY_MILLIS} ms, and at once after a commit of this JVM. Works on the primary only, in a cluster of its own:
 * open writing transactions hold it, also those of other databases; readers do not.
 */
public final class IndexFence {
    private static final Logger LOG = LoggerFactory.getLogger(IndexFence.class);

    /** Of the locks by which transactions that never commit are known; the other half is the transaction's id, the lower 32 bits. */
    private static final int PASSED_OVER = 0x52_45_48;

    /**
     * What a transaction that never commits begins with, so that nobody waits for it: its marks are seen by everybody at once. It may rest as
     * long as the file takes that is read beside. One that may append events says {@link #NEVER_COMMITTED} before.
     */
    public static final String REHEARSAL = "select set_config('idle_in_transaction_session_timeout', '0', true),"
            + " pg_advisory_xact_lock(" + PASSED_OVER + ", pg_current_xact_id()::text::bigint::bit(32)::int)";

    /** Has the database itself refuse to commit the transaction. */
    public static final String NEVER_COMMITTED =
            "insert into log.rehearsal (transaction_id) values (pg_current_xact_id())";

    /** The oldest running transaction that may commit; where there is none, the next to begin. Only its own mark speaks for one. */
    private static final String OLDEST_THAT_MAY_COMMIT = """
            select coalesce(min(running::text::bigint), pg_snapshot_xmax(pg_current_snapshot())::text::bigint)
              from pg_snapshot_xip(pg_current_snapshot()) running
             where not exists (select from pg_locks mark join pg_locks own using (pid)
                                where mark.locktype = 'advisory' and mark.granted and mark.classid = %d and mark.objsubid = 2
                                  and mark.objid::bigint = running::text::bigint & 4294967295
                                  and own.locktype = 'transactionid' and own.granted and own.mode = 'ExclusiveLock'
                                  and own.transactionid::text::bigint = running::text::bigint & 4294967295)
            """.formatted(PASSED_OVER);

    /** Commits of other processes are seen this late, at most. */
    static final long LOOK_EVERY_MILLIS = 25;

    /** From here on a writer is slow, and others may be too. */
    static final Duration SLOW = Duration.ofMillis(100);

    /** From here on somebody holds the fence who should not: an alarm. */
    static final Duration TOO_LONG = Duration.ofSeconds(5);

    /** Two minutes of looks. Beyond, the last mark gives way to the next: what came in between becomes final together. */
    private static final int MOST_MARKS = 4_800;

    private final JdbcClient jdbc;
    private final ReentrantLock advancing = new ReentrantLock();
    private volatile long horizon;
    private volatile boolean committedHere = true;
    private volatile long looks;
    private final Deque<Mark> waiting = new ArrayDeque<>();
    private volatile long newest;
    private volatile long waitingSince;
    private long lookedAt;
    private boolean told;

    public IndexFence(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    /**
     * How far readers are behind the newest event seen.
     *
     * @param indexes between the horizon and the newest index the fence has seen, holes included; 0 when nothing waits
     * @param since how long the oldest index that waits has been waiting to become final; zero when nothing waits
     */
    public record Lag(long indexes, Duration since) {}

    /**
     * Everything up to the index is final once every transaction before this one has ended.
     *
     * @param transaction id of our own, later than that of any writer that can hold an index up to this one
     * @param since {@link System#nanoTime()}
     */
    private record Mark(long index, long transaction, long since) {}

    /**
     * The highest final index; 0 while the log is empty. Moves the fence as far as the database allows at that moment, unless
     * it has just been looked at, and never waits for writers.
     *
     * <p>Must not run inside a transaction: every look has to be its own snapshot.
     */
    public long horizon() {
        if (advancing.tryLock()) {
            try {
                long now = System.nanoTime();
                if (committedHere
                        || now - lookedAt
                                >= Duration.ofMillis(LOOK_EVERY_MILLIS).toNanos()) {
                    committedHere = false;
                    lookedAt = now;
                    looks++;
                    advance();
                }
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

    /** How often the database was looked at since the program started. */
    long looks() {
        return looks;
    }

    /** How far behind, without asking the database. */
    public Lag lag() {
        long last = horizon;
        long behind = newest - last;
        return behind == 0
                ? new Lag(0, Duration.ZERO)
                : new Lag(behind, Duration.ofNanos(System.nanoTime() - waitingSince));
    }

    /**
     * Who holds the fence: the server process of the oldest open writing transaction, whatever its database; empty when there
     * is none that this user may see.
     */
    public OptionalInt blockingPid() {
        return jdbc.sql("""
                        select pid from pg_stat_activity
                         where backend_xid is not null and pid <> pg_backend_pid()
                         order by age(backend_xid) desc limit 1""")
                .query(Integer.class)
                .optional()
                .map(OptionalInt::of)
                .orElseGet(OptionalInt::empty);
    }

    /** The next look comes as soon as the unit of work has committed. */
    void lookAfter(UnitOfWork<?> work) {
        work.root().afterCommit(_ -> committedHere = true);
    }

    private void advance() {
        if (waiting.isEmpty() || mayMarkAgain()) {
            markWhatIsNew();
        }
        if (waiting.isEmpty()) {
            return;
        }
        long oldestRunning = jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text::bigint")
                .query(Long.class)
                .single();
        if (waiting.getFirst().transaction() > oldestRunning && isSlow(waiting.getFirst())) {
            oldestRunning = jdbc.sql(OLDEST_THAT_MAY_COMMIT).query(Long.class).single();
        }
        if (waiting.getFirst().transaction() > oldestRunning) {
            tellWhoHoldsIt();
            return;
        }
        while (!waiting.isEmpty() && waiting.getFirst().transaction() <= oldestRunning) {
            horizon = waiting.removeFirst().index();
        }
        told = false;
        if (!waiting.isEmpty()) {
            waitingSince = waiting.getFirst().since();
        }
    }

    /** Only where somebody is slow: where all are quick, one mark at a time costs less and readers are given more at once. */
    private boolean mayMarkAgain() {
        long now = System.nanoTime();
        return isSlow(waiting.getFirst())
                && now - waiting.getLast().since()
                        >= Duration.ofMillis(LOOK_EVERY_MILLIS).toNanos();
    }

    private static boolean isSlow(Mark mark) {
        return System.nanoTime() - mark.since() >= SLOW.toNanos();
    }

    /** The statement sees the newest index before it takes its transaction id, and takes one only where there is something new. */
    private void markWhatIsNew() {
        jdbc.sql("""
                        select newest, pg_current_xact_id()::text::bigint as transaction
                          from (select coalesce(max(global_index), 0) as newest from log.domain_event_entry) seen
                         where newest > :known
                        """)
                .param("known", newest)
                .query((row, _) -> new Mark(row.getLong("newest"), row.getLong("transaction"), System.nanoTime()))
                .optional()
                .ifPresent(this::mark);
    }

    private void mark(Mark mark) {
        if (waiting.isEmpty()) {
            waitingSince = mark.since();
        } else if (waiting.size() == MOST_MARKS) {
            waiting.removeLast();
        }
        waiting.addLast(mark);
        newest = mark.index();
    }

    private void tellWhoHoldsIt() {
        Duration since = lag().since();
        if (!told && since.compareTo(TOO_LONG) >= 0) {
            told = true;
            OptionalInt pid = blockingPid();
            LOG.atWarn()
                    .addKeyValue("event", "fence.held")
                    .addKeyValue("pid", pid.isPresent() ? pid.getAsInt() : null)
                    .log(
                            "Readers of the event log have been held for {} s by an open transaction of database process {}",
                            since.toSeconds(),
                            pid.isPresent() ? pid.getAsInt() : "unknown");
        }
    }
}
