package brightline.query.projection;

import brightline.edge.door.Share;
import brightline.query.projection.ReadModels.ReadModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** All projections' processors, started before the program answers requests and stopped after it. */
public final class ProjectionProcessors implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectionProcessors.class);
    private static final int BEFORE_THE_WEB_SERVER = 1_000;
    private static final long PASSED_OVER_MILLIS = 50;

    private final List<ProjectionProcessor> processors;
    private final ReadModels readModels;
    private final TransactionManager transactions;
    private volatile @Nullable ScheduledExecutorService passedOver;

    ProjectionProcessors(List<ProjectionProcessor> processors, ReadModels readModels, TransactionManager transactions) {
        this.processors = List.copyOf(processors);
        this.readModels = readModels;
        this.transactions = transactions;
        processors.forEach(processor -> Share.PROJECTING.run(
                () -> transactions.executeInTransaction(() -> readModels.createIfMissing(processor.projection()))));
    }

    public List<ProjectionProcessor> all() {
        return processors;
    }

    /** @throws IllegalArgumentException if no projection has that name */
    public ProjectionProcessor of(String projection) {
        return processors.stream()
                .filter(processor -> processor.projection().name().equals(projection))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No projection is named so"));
    }

    /** In one transaction for all, so that what concerns few costs little. */
    private void followPassedOver() {
        List<ProjectionProcessor> past = processors.stream()
                .filter(ProjectionProcessor::isPastItsPosition)
                .toList();
        if (past.isEmpty()) {
            return;
        }
        try {
            Map<ProjectionProcessor, Long> moved = new HashMap<>();
            transactions.executeInTransaction(() -> {
                Map<String, ReadModel> locked = readModels.lockFree(
                        past.stream().map(one -> one.projection().name()).toList());
                for (ProjectionProcessor one : past) {
                    ReadModel model = locked.get(one.projection().name());
                    if (model != null) {
                        moved.put(one, one.moveOverPassed(model));
                    }
                }
            });
            moved.forEach(ProjectionProcessor::positionIsAt);
        } catch (RuntimeException e) {
            LOG.debug("Positions follow later: {}", ProjectionFailure.of(e).getMessage());
        }
    }

    @Override
    public synchronized void start() {
        processors.forEach(ProjectionProcessor::start);
        ScheduledExecutorService scheduler =
                Executors.newSingleThreadScheduledExecutor(Share.PROJECTING.threads("passed-over"));
        scheduler.scheduleWithFixedDelay(
                this::followPassedOver, PASSED_OVER_MILLIS, PASSED_OVER_MILLIS, TimeUnit.MILLISECONDS);
        passedOver = scheduler;
    }

    @Override
    public synchronized void stop() {
        ScheduledExecutorService scheduler = passedOver;
        if (scheduler != null) {
            scheduler.shutdownNow();
        }
        processors.forEach(ProjectionProcessor::stop);
        passedOver = null;
    }

    @Override
    public boolean isRunning() {
        return passedOver != null;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
