package brightline.edge.door;

import brightline.edge.problem.ProblemException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.security.concurrent.DelegatingSecurityContextCallable;

/**
 * The workers of one {@link Share}, and who waits for them. Whoever waits does so in order, with a thread that costs nothing;
 * who has waited too long, or finds too many waiting, is told so and nothing is done.
 */
final class Lane implements AutoCloseable {
    private static final long IDLE_SECONDS = 60;
    private static final Duration LAST = Duration.ofSeconds(15);

    private static final Object DONE = new Object();

    private final Share share;
    private final Duration patience;
    private final ThreadPoolExecutor workers;
    private @Nullable Counter refused;

    Lane(Share share, int workers, int waiting, Duration patience) {
        this.share = share;
        this.patience = patience;
        this.workers = new ThreadPoolExecutor(
                workers,
                workers,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().name(share.text() + "-", 1).factory());
        this.workers.allowCoreThreadTimeOut(true);
    }

    /**
     * Has a worker do it and waits until it is done, with what this thread knows of who asks.
     *
     * @throws ProblemException 503 when no worker came to it in time; nothing was done then
     */
    void run(Share.Work work) throws IOException, ServletException {
        Map<String, String> logging = MDC.getCopyOfContextMap();
        var task = new Task(new DelegatingSecurityContextCallable<>(() -> {
            MDC.setContextMap(logging == null ? Map.of() : logging);
            try {
                share.serve(work);
                return DONE;
            } finally {
                MDC.clear();
            }
        }));
        try {
            workers.execute(task);
        } catch (RejectedExecutionException _) {
            throw refused();
        }
        if (!task.begins(patience)) {
            workers.remove(task);
            throw refused();
        }
        Share.unwrapped(task::outcome);
    }

    private ProblemException refused() {
        if (refused != null) {
            refused.increment();
        }
        return new ProblemException(DoorProblems.busy());
    }

    void bindTo(MeterRegistry registry) {
        Gauge.builder("door.working", workers, ThreadPoolExecutor::getActiveCount)
                .tag("share", share.text())
                .description("Requests that a worker of this share is answering")
                .register(registry);
        Gauge.builder("door.waiting", workers, pool -> pool.getQueue().size())
                .tag("share", share.text())
                .description("Requests that wait for a worker of this share")
                .register(registry);
        refused = Counter.builder("door.refused")
                .tag("share", share.text())
                .description("Requests that no worker of this share came to in time")
                .register(registry);
    }

    /** Lets what is being done come to its end. */
    @Override
    public void close() {
        workers.shutdown();
        try {
            workers.awaitTermination(LAST.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Work that begins once, or is given up before it does. */
    private static final class Task implements Runnable {
        private final AtomicBoolean settled = new AtomicBoolean();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final FutureTask<Object> work;

        Task(Callable<Object> work) {
            this.work = new FutureTask<>(work);
        }

        @Override
        public void run() {
            if (settled.compareAndSet(false, true)) {
                begun.countDown();
                work.run();
            }
        }

        /** Whether it has begun within this time; if not, it never will. */
        boolean begins(Duration within) {
            try {
                if (begun.await(within.toNanos(), TimeUnit.NANOSECONDS)) {
                    return true;
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            return !settled.compareAndSet(false, true);
        }

        /** Waits for the end of what has begun, whatever else is asked of this thread: the request is in use until then. */
        Object outcome() throws Exception {
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return work.get();
                    } catch (InterruptedException _) {
                        interrupted = true;
                    }
                }
            } catch (ExecutionException failed) {
                switch (failed.getCause()) {
                    case Exception thrown -> throw thrown;
                    case Error error -> throw error;
                    case null, default -> throw failed;
                }
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
