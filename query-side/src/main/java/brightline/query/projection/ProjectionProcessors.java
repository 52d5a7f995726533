package brightline.query.projection;

import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.context.SmartLifecycle;

/** All projections' processors, started before the program answers requests and stopped after it. */
public final class ProjectionProcessors implements SmartLifecycle {
    private static final int BEFORE_THE_WEB_SERVER = 1_000;

    private final List<ProjectionProcessor> processors;
    private volatile boolean running;

    ProjectionProcessors(List<ProjectionProcessor> processors, ReadModels readModels, TransactionManager transactions) {
        this.processors = List.copyOf(processors);
        processors.forEach(processor ->
                transactions.executeInTransaction(() -> readModels.createIfMissing(processor.projection())));
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

    @Override
    public void start() {
        processors.forEach(ProjectionProcessor::start);
        running = true;
    }

    @Override
    public void stop() {
        processors.forEach(ProjectionProcessor::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return BEFORE_THE_WEB_SERVER;
    }
}
