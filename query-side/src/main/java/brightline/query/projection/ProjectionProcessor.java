package brightline.query.projection;

import brightline.edge.door.Share;
import brightline.edge.store.LogPosition;
import brightline.query.projection.LeftOutEvents.LeftOut;
import brightline.query.projection.ReadModels.ReadModel;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one projection's live tables up with the log. Rows, position, token and dead letters of a batch are written in one
 * transaction.
 */
public final class ProjectionProcessor {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionProcessor.class);
    private static final int BATCH = 500;
    private static final long LONGEST_DELAY_MILLIS = 20;
    private static final long RETRY_AFTER_SECONDS = 5;
    private static final int ONLY_SEGMENT = 0;

    private final Projection projection;
    private final ClassValue<Boolean> concerned = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return projection.events().stream().anyMatch(kind -> kind.isAssignableFrom(type));
        }
    };
    private final ReadModels readModels;
    private final LeftOutEvents leftOut;
    private final DeadLetteringEventHandlerInvoker invoker;
    private final PooledStreamingEventProcessor processor;
    private final AtomicLong failures = new AtomicLong();
    private volatile long positionWritten;
    /** A batch that came to this index could not be written: up to there events are written one by one. */
    private volatile long oneByOneUpTo;

    private final CappedDelayExecutor coordinator;
    private final ScheduledExecutorService worker;
    private @Nullable ScheduledExecutorService retries;

    ProjectionProcessor(
            Projection projection,
            ReadModels readModels,
            LeftOutEvents leftOut,
            EventStore eventStore,
            TokenStore tokenStore,
            TransactionManager transactions,
            SequencedDeadLetterQueue<EventMessage<?>> deadLetters) {
        this.projection = projection;
        this.readModels = readModels;
        this.leftOut = leftOut;
        this.invoker = DeadLetteringEventHandlerInvoker.builder()
                .eventHandlers(List.<Object>of(new Handler()))
                .queue(deadLetters)
                .enqueuePolicy(new ParkingPolicy())
                .transactionManager(transactions)
                .enableSequenceIdentifierCache()
                .build();
        this.coordinator = new CappedDelayExecutor(projection.name() + "-coordinator", LONGEST_DELAY_MILLIS);
        this.worker =
                Executors.newSingleThreadScheduledExecutor(Share.PROJECTING.threads(projection.name() + "-projection"));
        this.processor = PooledStreamingEventProcessor.builder()
                .name(projection.name())
                .eventHandlerInvoker(invoker)
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(eventStore)
                .tokenStore(tokenStore)
                .transactionManager(transactions)
                .coordinatorExecutor(coordinator)
                .workerExecutor(worker)
                .initialSegmentCount(1)
                .initialToken(_ -> LogPosition.START)
                .batchSize(BATCH)
                .build();
        processor.registerHandlerInterceptor((work, chain) -> {
            Recorded recorded = LogReader.recorded(work.getMessage());
            batchOf(work.root(), recorded).reaches(recorded);
            return chain.proceed();
        });
    }

    public Projection projection() {
        return projection;
    }

    void start() {
        resume();
        ScheduledExecutorService scheduler =
                Executors.newSingleThreadScheduledExecutor(Share.PROJECTING.threads(projection.name() + "-retries"));
        scheduler.scheduleWithFixedDelay(
                this::retryDeadLetters, RETRY_AFTER_SECONDS, RETRY_AFTER_SECONDS, TimeUnit.SECONDS);
        retries = scheduler;
    }

    void stop() {
        if (retries != null) {
            retries.shutdownNow();
        }
        processor.shutDown();
        coordinator.shutdownNow();
        worker.shutdownNow();
    }

    /** Returns when the last batch is written and the token is free. */
    public void pause() {
        processor.shutdownAsync().join();
    }

    /** Goes on from the stored token. */
    public void resume() {
        // The framework makes missing tokens on the caller's thread.
        Share.PROJECTING.run(processor::start);
    }

    public boolean isRunning() {
        return processor.isRunning();
    }

    /** How many events and batches could not be written since the program started, retries included. */
    public long failures() {
        return failures.get();
    }

    /** Tries parked events that have not been tried often enough yet. Goes stream by stream. */
    void retryDeadLetters() {
        process(ParkingPolicy::isDueAgain);
    }

    /**
     * Tries all parked events again, whatever was tried before.
     *
     * @return whether any stream was handled to its end
     */
    public boolean releaseDeadLetters() {
        return process(_ -> true);
    }

    /** Tries the parked events of one stream again, whatever was tried before. */
    public void retryDeadLetters(String stream) {
        process(letter -> letter.message() instanceof DomainEventMessage<?> event
                && event.getAggregateIdentifier().equals(stream));
    }

    private synchronized boolean process(Predicate<DeadLetter<? extends EventMessage<?>>> which) {
        boolean any = false;
        try {
            while (invoker.process(which)) {
                any = true;
            }
        } catch (RuntimeException e) {
            LOG.warn(
                    "Dead letters of {} could not be tried again: {}",
                    projection.name(),
                    ProjectionFailure.of(e).getMessage());
        }
        return any;
    }

    /** Whether it has passed over events since its position was written last. */
    boolean isPastItsPosition() {
        return done().index() > positionWritten;
    }

    /**
     * Moves the position over events that do not concern the projection; those that do have moved it with their rows.
     *
     * @return what is to be told {@link #positionIsAt} once it is committed
     */
    long moveOverPassed(ReadModel locked) {
        // Asked under the lock: whoever exchanges the tables has paused the processor before, and then there is no
        // answer.
        LogPosition done = done();
        if (done.index() <= locked.position()) {
            return locked.position();
        }
        readModels.moveTo(projection.name(), done.index(), done.recordedAt());
        return done.index();
    }

    void positionIsAt(long index) {
        positionWritten = index;
    }

    /** Up to where the running processor has handled or passed over everything; the start while it does not run. */
    private LogPosition done() {
        EventTrackerStatus status = processor.processingStatus().get(ONLY_SEGMENT);
        TrackingToken token = status == null ? null : status.getTrackingToken();
        return token == null ? LogPosition.START : LogPosition.of(token);
    }

    /** Says which events concern the projection one by one, not by type: then the token moves over the others too. */
    private final class Handler implements EventMessageHandler {
        @Override
        public @Nullable Object handle(EventMessage<?> message) {
            return ProjectionProcessor.this.handle(message);
        }

        @Override
        public boolean canHandle(EventMessage<?> message) {
            return concerned.get(message.getPayloadType());
        }
    }

    private @Nullable Object handle(EventMessage<?> message) {
        Recorded recorded = LogReader.recorded(message);
        LiveBatch batch = batchOf(CurrentUnitOfWork.get().root(), recorded);
        try {
            batch.handle(recorded);
        } catch (RuntimeException e) {
            failures.incrementAndGet();
            ProjectionFailure failure = ProjectionFailure.of(e);
            if (!batch.goesOnAfter(failure)) {
                oneByOneUpTo = Math.max(oneByOneUpTo, recorded.index());
                batch.refuse(failure);
                throw failure;
            }
            if (!leftOut.mayLeaveOut(projection.name(), recorded)) {
                throw failure;
            }
            leftOut.add(projection.name(), new LeftOut(recorded, failure));
        }
        return null;
    }

    private LiveBatch batchOf(UnitOfWork<?> work, Recorded first) {
        return work.getOrComputeResource(projection.name() + ".batch", _ -> {
            ReadModel model = readModels.lock(projection.name());
            LiveBatch batch = new LiveBatch(model, first.index());
            work.onPrepareCommit(_ -> flush(batch));
            return batch;
        });
    }

    private void flush(LiveBatch batch) {
        try {
            batch.flush();
        } catch (RuntimeException e) {
            failures.incrementAndGet();
            oneByOneUpTo = Math.max(oneByOneUpTo, batch.position);
            throw ProjectionFailure.of(e);
        }
    }

    /**
     * Normally all events are written together at the end. Events of a batch that could not be written, and those that come
     * again, are written one by one, so that one that is at fault is parked and the others go on.
     */
    private final class LiveBatch {
        private final ReadModelSchema schema;
        private final @Nullable ProjectionBatch together;
        private long restsOn;
        private long position;
        private Instant recordedAt;
        private @Nullable ProjectionFailure refused;

        LiveBatch(ReadModel model, long first) {
            this.schema = model.schema();
            this.restsOn = model.position();
            this.position = restsOn;
            this.recordedAt = model.recordedAt();
            boolean oneByOne = position < oneByOneUpTo || first <= position;
            this.together = oneByOne ? null : projection.begin(schema, position);
        }

        void reaches(Recorded recorded) {
            if (recorded.index() > position) {
                position = recorded.index();
                recordedAt = recorded.recordedAt();
            }
        }

        void handle(Recorded recorded) {
            if (together != null) {
                together.handle(recorded);
                return;
            }
            long before = restsOn;
            restsOn = position;
            readModels.attempt(() -> {
                ProjectionBatch alone = projection.begin(schema, before);
                alone.handle(recorded);
                alone.flush(position);
            });
        }

        /** Whether more can be asked and written in this transaction. */
        boolean goesOnAfter(ProjectionFailure failure) {
            return failure.isOfTheEvent() && (together == null || failure.code().isEmpty());
        }

        /** Nothing of the batch is to be committed, parked events included: another database may be at fault, and this one well. */
        void refuse(ProjectionFailure failure) {
            refused = failure;
        }

        void flush() {
            if (refused != null) {
                throw refused;
            }
            if (together != null) {
                together.flush(position);
            }
            readModels.moveTo(projection.name(), position, recordedAt);
            positionWritten = position;
        }
    }
}
