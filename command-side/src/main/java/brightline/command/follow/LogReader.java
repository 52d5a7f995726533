package brightline.command.follow;

import brightline.edge.problem.Faults;
import brightline.edge.store.IndexFence;
import brightline.events.EventCatalogue;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the log for one follower, behind the submissions and outside their transactions, and remembers how far. */
final class LogReader implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LogReader.class);
    private static final long INDEXES_AT_A_TIME = 1_000;
    private static final Duration IDLE = Duration.ofMillis(200);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(2);

    private final Follower follower;
    private final Set<String> names;
    private final RecordedStreams streams;
    private final IndexFence fence;
    private final JdbcClient jdbc;
    private volatile long position;
    private volatile @Nullable Run run;

    LogReader(Follower follower, RecordedStreams streams, IndexFence fence, JdbcClient jdbc) {
        this.follower = follower;
        this.names = follower.events().stream().map(EventCatalogue::nameOf).collect(Collectors.toUnmodifiableSet());
        this.streams = streams;
        this.fence = fence;
        this.jdbc = jdbc;
    }

    /** How many indexes of the log it has yet to look at. */
    long behind() {
        return Math.max(0, fence.lastSeen() - position);
    }

    String name() {
        return follower.name();
    }

    /** One stretch between start and stop. */
    private final class Run implements Runnable {
        private final CountDownLatch stopping = new CountDownLatch(1);
        private final Thread thread =
                Thread.ofPlatform().name("desk-" + follower.name()).daemon(true).unstarted(this);

        @Override
        public void run() {
            try {
                Duration pause = Duration.ZERO;
                while (!stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    pause = goOn();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        private Duration goOn() {
            try {
                long after = position();
                long horizon = fence.horizon();
                position = after;
                if (horizon <= after) {
                    return IDLE;
                }
                long upTo = Math.min(horizon, after + INDEXES_AT_A_TIME);
                for (RecordedStream stream : streams.readAll(streams.touched(after, upTo, names))) {
                    if (stopping.getCount() == 0) {
                        return IDLE;
                    }
                    follower.look(stream);
                }
                moveTo(upTo);
                return Duration.ZERO;
            } catch (RuntimeException e) {
                if (stopping.getCount() > 0) {
                    log.atError()
                            .addKeyValue("event", "desk.stands")
                            .addKeyValue("desk", follower.name())
                            .addKeyValue("fault", Faults.describe(e))
                            .log("A desk cannot go on; it tries again");
                }
                return AFTER_A_FAILURE;
            }
        }
    }

    private long position() {
        return jdbc.sql("select position from command.desk where name = ?")
                .param(follower.name())
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private void moveTo(long index) {
        jdbc.sql("""
                        insert into command.desk (name, position) values (:name, :position)
                        on conflict (name) do update set position = greatest(desk.position, excluded.position)
                        """).param("name", follower.name()).param("position", index).update();
        position = index;
    }

    @Override
    public synchronized void start() {
        if (run == null) {
            Run begun = new Run();
            run = begun;
            begun.thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        Run ending = run;
        if (ending == null) {
            return;
        }
        ending.stopping.countDown();
        try {
            ending.thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        run = null;
    }

    @Override
    public boolean isRunning() {
        return run != null;
    }
}
