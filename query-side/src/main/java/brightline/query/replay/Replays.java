package brightline.query.replay;

import brightline.edge.door.Share;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.edge.store.IndexFence;
import brightline.edge.store.LongStatements;
import brightline.query.projection.Horizons;
import brightline.query.projection.LeftOutEvents;
import brightline.query.projection.LiveModels;
import brightline.query.projection.LogReader;
import brightline.query.projection.ProjectionFailure;
import brightline.query.projection.ProjectionProcessor;
import brightline.query.projection.ProjectionProcessors;
import brightline.query.projection.ReadModelSchema;
import brightline.query.projection.ReadModels;
import brightline.query.replay.Comparison.Finding;
import brightline.query.replay.HeadlineFigure.Counted;
import brightline.query.replay.Replay.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Replays, one at a time. A replay is rebuilt while the live processors go on; they pause for a moment only, so that both copies
 * rest on the same part of the log when they are compared or exchanged.
 */
public final class Replays implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Replays.class);
    private static final int BATCH = 1_000;
    private static final Duration LIVE_MAY_LAG = Duration.ofSeconds(60);

    private final ProjectionProcessors processors;
    private final ReadModels readModels;
    private final LiveModels liveModels;
    private final LogReader log;
    private final LeftOutEvents leftOut;
    private final Horizons horizons;
    private final IndexFence fence;
    private final ReplayRecords records;
    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate snapshot;
    private final ExecutorService runner = Executors.newSingleThreadExecutor(Share.PROJECTING.threads("replay"));
    private final Map<UUID, List<Rebuild>> rebuilds = new ConcurrentHashMap<>();
    private final Map<UUID, Future<?>> running = new ConcurrentHashMap<>();

    Replays(
            ProjectionProcessors processors,
            ReadModels readModels,
            LiveModels liveModels,
            LogReader log,
            LeftOutEvents leftOut,
            Horizons horizons,
            IndexFence fence,
            DataSource dataSource,
            PlatformTransactionManager transactions) {
        this.processors = processors;
        this.readModels = readModels;
        this.liveModels = liveModels;
        this.log = log;
        this.leftOut = leftOut;
        this.horizons = horizons;
        this.fence = fence;
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
        this.records = new ReplayRecords(jdbc);
        this.transaction = new TransactionTemplate(transactions);
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Ends what an earlier run of the program left unfinished: its tables cannot be trusted to be complete. */
    void endAbandoned() {
        Share.PROJECTING.run(this::endForgotten);
    }

    private void endForgotten() {
        for (State state : List.of(State.RUNNING, State.COMPARED)) {
            records.in(state).forEach(id -> {
                if (!rebuilds.containsKey(id)) {
                    end(id, state, State.FAILED, "ProgramEnded");
                }
            });
        }
    }

    /**
     * Starts a replay, or gives the one that was started with the same key.
     *
     * @throws ProblemException 409 {@code replay-running} while another one runs or waits to be switched or discarded
     */
    public synchronized Replay start(String actor, String idempotencyKey) {
        return Share.PROJECTING.get(() -> begun(actor, idempotencyKey));
    }

    private Replay begun(String actor, String idempotencyKey) {
        Optional<UUID> known = records.byKey(actor, idempotencyKey);
        if (known.isPresent()) {
            return get(known.get());
        }
        if (!records.in(State.RUNNING).isEmpty() || !records.in(State.COMPARED).isEmpty()) {
            throw new ProblemException(
                    Problem.of(HttpStatus.CONFLICT, "replay-running", "An earlier rebuild still waits")
                            .withAction("Its tables stand beside the live ones, and there is room for one rebuild."
                                    + " Wait until it is compared, then put it to use or discard it."));
        }
        UUID id = records.begin(actor, idempotencyKey);
        rebuilds.put(id, List.of());
        running.put(id, runner.submit(() -> run(id)));
        return get(id);
    }

    /** @throws ProblemException 404 if there is none of that id */
    public Replay get(UUID id) {
        return records.find(id).orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    /** The newest first, at most 50. */
    public List<Replay> newest() {
        return records.newest(50);
    }

    private void run(UUID id) {
        try {
            dropForgottenTables();
            long number = get(id).number();
            List<Rebuild> parts = new ArrayList<>();
            for (ProjectionProcessor processor : processors.all()) {
                ReadModelSchema schema = ReadModelSchema.ofReplay(processor.projection(), number);
                Rebuild rebuild = new Rebuild(processor.projection(), schema, log, leftOut, transaction, BATCH);
                transaction.executeWithoutResult(_ -> {
                    readModels.createTables(processor.projection(), schema);
                    records.beginPart(id, processor.projection().name(), schema, fence.lastSeen());
                });
                parts.add(rebuild);
            }
            for (Rebuild rebuild : parts) {
                bringUpTo(id, rebuild, fence.horizon());
            }
            List<Finding> findings = new ArrayList<>();
            List<Counted> figures = new ArrayList<>();
            for (Rebuild rebuild : parts) {
                Compared compared = compare(id, rebuild);
                findings.addAll(compared.findings());
                figures.addAll(compared.figures());
            }
            rebuilds.put(id, List.copyOf(parts));
            transaction.executeWithoutResult(_ -> {
                records.found(id, findings);
                records.counted(id, figures);
                records.move(id, State.RUNNING, State.COMPARED, null);
            });
        } catch (RuntimeException e) {
            ProjectionFailure failure = ProjectionFailure.of(e);
            LOG.warn("The replay {} failed: {}", id, failure.getMessage());
            end(id, State.RUNNING, State.FAILED, failure.getMessage());
        } finally {
            running.remove(id);
        }
    }

    private void bringUpTo(UUID id, Rebuild rebuild, long horizon) {
        rebuild.upTo(horizon, position -> {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("The replay was stopped");
            }
            records.progress(id, rebuild.projection().name(), horizon, position, rebuild.parked());
        });
    }

    private record Compared(List<Finding> findings, List<Counted> figures) {}

    /** Both copies at one position: the live one waits only until the snapshot stands. */
    private Compared compare(UUID id, Rebuild rebuild) {
        String name = rebuild.projection().name();
        if (!horizons.await(name, rebuild.position(), LIVE_MAY_LAG)) {
            throw new IllegalStateException("The live tables are behind");
        }
        ProjectionProcessor live = processors.of(name);
        live.pause();
        boolean[] resumed = new boolean[1];
        try {
            bringUpTo(id, rebuild, horizons.position(name));
            return Objects.requireNonNull(snapshot.execute(_ -> {
                ReadModelSchema liveSchema = readModels.find(name).orElseThrow().schema();
                live.resume();
                resumed[0] = true;
                LongStatements.allow(dataSource);
                return new Compared(
                        Comparison.of(rebuild.projection(), liveSchema, rebuild.schema(), jdbc),
                        HeadlineFigure.of(name, liveSchema, rebuild.schema(), jdbc));
            }));
        } finally {
            if (!resumed[0]) {
                live.resume();
            }
        }
    }

    /**
     * Makes the replay's tables the live ones; again, it changes nothing.
     *
     * @throws ProblemException 409 {@code replay-not-compared} in any other state
     */
    public synchronized Replay switchTo(UUID id) {
        return Share.PROJECTING.get(() -> switched(id));
    }

    private Replay switched(UUID id) {
        Replay replay = get(id);
        if (replay.state() == State.SWITCHED) {
            return replay;
        }
        if (replay.state() != State.COMPARED) {
            throw notCompared();
        }
        List<Rebuild> parts = rebuilds.getOrDefault(id, List.of());
        parts.forEach(rebuild -> processors.of(rebuild.projection().name()).pause());
        try {
            for (Rebuild rebuild : parts) {
                bringUpTo(id, rebuild, horizons.position(rebuild.projection().name()));
            }
            transaction.executeWithoutResult(_ -> {
                for (Rebuild rebuild : parts) {
                    liveModels.exchange(
                            rebuild.projection(),
                            rebuild.schema(),
                            rebuild.position(),
                            rebuild.parked(),
                            rebuild.missing());
                }
                records.move(id, State.COMPARED, State.SWITCHED, null);
            });
            rebuilds.remove(id);
        } finally {
            parts.forEach(rebuild -> processors.of(rebuild.projection().name()).resume());
        }
        return get(id);
    }

    /**
     * Stops the replay if it runs and removes its tables; again, it changes nothing.
     *
     * @throws ProblemException 409 {@code replay-not-compared} if it was switched to
     */
    public synchronized Replay discard(UUID id) {
        return Share.PROJECTING.get(() -> discarded(id));
    }

    private Replay discarded(UUID id) {
        Replay replay = get(id);
        switch (replay.state()) {
            case DISCARDED, FAILED -> {
                return replay;
            }
            case SWITCHED -> throw notCompared();
            case RUNNING, COMPARED -> {
                Future<?> task = running.get(id);
                if (task != null) {
                    task.cancel(true);
                    waitFor();
                }
                end(id, get(id).state(), State.DISCARDED, null);
            }
        }
        return get(id);
    }

    /** The runner has one thread: when it takes a task, the one before it has ended. */
    private void waitFor() {
        try {
            runner.submit(() -> {}).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ProblemException notCompared() {
        return new ProblemException(Problem.of(
                HttpStatus.CONFLICT, "replay-not-compared", "Only a compared replay can be switched or discarded"));
    }

    private void end(UUID id, State from, State to, @org.jspecify.annotations.Nullable String failure) {
        transaction.executeWithoutResult(_ -> {
            if (records.move(id, from, to, failure)) {
                records.schemas(id).forEach(readModels::dropTables);
            }
        });
        rebuilds.remove(id);
    }

    /** Tables that were live before an earlier switch are kept until the next replay. */
    private void dropForgottenTables() {
        transaction.executeWithoutResult(_ -> {
            LongStatements.allow(dataSource);
            readModels.dropUnused();
        });
    }

    @Override
    public void close() {
        runner.shutdownNow();
    }
}
