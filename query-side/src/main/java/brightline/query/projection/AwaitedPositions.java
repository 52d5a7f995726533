package brightline.query.projection;

import brightline.edge.clock.RecordingClock;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Lets many wait until all read models hold an event. However many wait, one of them all looks, every {@value #LOOK_AGAIN_MILLIS}
 * ms, and nobody while nobody waits. A read model that is being exchanged, or that has not come to an event recorded
 * {@value #STUCK_SECONDS} seconds ago, is not waited for: who needs it will hardly see it come, and the others need not wait with it.
 */
@Component
public final class AwaitedPositions {
    private static final Logger LOG = LoggerFactory.getLogger(AwaitedPositions.class);
    private static final long LOOK_AGAIN_MILLIS = 10;
    private static final long STUCK_SECONDS = 2;

    private final JdbcClient jdbc;
    private final ProjectionProcessors processors;
    private final RecordingClock clock;
    private final Queue<Wait> waits = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile long held;

    private record Wait(long index, CountDownLatch reached) {}

    AwaitedPositions(DataSource dataSource, ProjectionProcessors processors, RecordingClock clock) {
        this.jdbc = JdbcClient.create(dataSource);
        this.processors = processors;
        this.clock = clock;
    }

    /** Index up to which all read models that are waited for held the log when last looked at. */
    public long held() {
        return held;
    }

    /** How many wait just now. */
    public int waiting() {
        return waits.size();
    }

    /** Waits until the read models hold the event of that index. @return whether they do */
    public boolean await(long index, Duration atMost) {
        Wait wait = new Wait(index, new CountDownLatch(1));
        waits.add(wait);
        try {
            startLooking();
            return wait.reached().await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            waits.remove(wait);
        }
    }

    private void startLooking() {
        if (looking.compareAndSet(false, true)) {
            Thread.ofVirtual().name("awaited-positions").start(this::look);
        }
    }

    private void look() {
        try {
            while (!waits.isEmpty()) {
                lookOnce();
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            looking.set(false);
        }
        // Somebody may have come between the last look and its end.
        if (!waits.isEmpty()) {
            startLooking();
        }
    }

    private void lookOnce() {
        try {
            OptionalLong found = slowest();
            found.ifPresent(position -> held = position);
            long slowest = found.orElse(Long.MAX_VALUE);
            waits.stream()
                    .filter(wait -> wait.index() <= slowest)
                    .forEach(wait -> wait.reached().countDown());
        } catch (RuntimeException e) {
            LOG.debug(
                    "Positions could not be looked at: {}",
                    ProjectionFailure.of(e).getMessage());
        }
    }

    /** Of those that are waited for; empty where there are none, so that nobody waits for what will not come. */
    private OptionalLong slowest() {
        Long position = jdbc.sql("""
                        select min(model.position)
                          from rm.read_model model
                          left join lateral (select recorded_at from log.domain_event_entry
                                              where global_index > model.position order by global_index limit 1) next on true
                         where projection = any(:running) and (next.recorded_at is null or next.recorded_at > :recently)
                        """)
                .param(
                        "running",
                        processors.all().stream()
                                .filter(ProjectionProcessor::isRunning)
                                .map(processor -> processor.projection().name())
                                .toArray(String[]::new))
                .param("recently", Timestamp.from(clock.instant().minusSeconds(STUCK_SECONDS)))
                .query(Long.class)
                .optional()
                .orElse(null);
        return position == null ? OptionalLong.empty() : OptionalLong.of(position);
    }
}
