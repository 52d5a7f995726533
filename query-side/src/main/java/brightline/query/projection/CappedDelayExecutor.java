package brightline.query.projection;

import brightline.edge.door.Share;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Runs a processor's coordinator. The framework's coordinator sleeps 100 ms when a buffer is full and polls every 500 ms when
 * idle; no delay it asks for here is longer than the cap.
 */
final class CappedDelayExecutor extends ScheduledThreadPoolExecutor {
    private final long capMillis;

    CappedDelayExecutor(String name, long capMillis) {
        super(1, Share.PROJECTING.threads(name));
        this.capMillis = capMillis;
        setRemoveOnCancelPolicy(true);
    }

    @Override
    public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
        return super.schedule(command, capped(delay, unit), TimeUnit.MILLISECONDS);
    }

    @Override
    public <V> ScheduledFuture<V> schedule(Callable<V> callable, long delay, TimeUnit unit) {
        return super.schedule(callable, capped(delay, unit), TimeUnit.MILLISECONDS);
    }

    private long capped(long delay, TimeUnit unit) {
        return Math.min(unit.toMillis(delay), capMillis);
    }
}
