package brightline.edge.clock;

import brightline.edge.problem.Faults;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Does one thing again and again while the program runs, on a thread of its own. A time that fails is written to the log, and the
 * next one comes: a database that is away for a while is no reason to stop.
 */
public final class Regularly implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Regularly.class);

    private final String name;
    private final Duration pause;
    private final int phase;
    private final Runnable task;
    private @Nullable ScheduledExecutorService running;

    /**
     * @param name of the thread, and of the task in the log
     * @param pause from the end of one time to the begin of the next
     * @param phase when it starts among the program's parts, and in reverse when it stops
     */
    public Regularly(String name, Duration pause, int phase, Runnable task) {
        this.name = name;
        this.pause = pause;
        this.phase = phase;
        this.task = task;
    }

    @Override
    public synchronized void start() {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                once -> Thread.ofPlatform().daemon().name(name).unstarted(once));
        executor.scheduleWithFixedDelay(this::once, 0, pause.toMillis(), TimeUnit.MILLISECONDS);
        running = executor;
    }

    private void once() {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.atWarn()
                    .addKeyValue("event", "regularly.failed")
                    .addKeyValue("task", name)
                    .log(() -> "Not done this time: " + Faults.describe(e));
        }
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.shutdownNow();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    @Override
    public int getPhase() {
        return phase;
    }
}
