package brightline.edge.store;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** How far readers are held behind the newest event, and by whom. */
final class FenceMeters implements MeterBinder {
    private final IndexFence fence;

    FenceMeters(IndexFence fence) {
        this.fence = fence;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("fence.lag.seconds", fence, FenceMeters::lagSeconds)
                .description("How long the newest event seen has been waiting for older transactions to end")
                .register(registry);
        Gauge.builder("fence.lag.indexes", fence, one -> one.lag().indexes())
                .description("Indexes between the newest event seen and the last final one")
                .register(registry);
        FunctionCounter.builder("fence.looks", fence, IndexFence::looks)
                .description("How often the database was looked at")
                .register(registry);
        Gauge.builder("fence.blocking.pid", fence, FenceMeters::blockingPid)
                .description("Database process that holds readers back; 0 when nobody does")
                .register(registry);
    }

    /** Looks first, for where nobody reads the log nobody else does. */
    private static double lagSeconds(IndexFence fence) {
        fence.horizon();
        return fence.lag().since().toMillis() / 1000.0;
    }

    private static double blockingPid(IndexFence fence) {
        return fence.lag().indexes() == 0 ? 0 : fence.blockingPid().orElse(0);
    }
}
