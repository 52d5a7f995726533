package brightline.command.receipt;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import brightline.edge.schema.SchemaMigration;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Receipts, put together. The key stands beside the key-encryption key; the journal where {@code brightline.receipts.folder} says. */
@Configuration(proxyBeanMethods = false)
class ReceiptConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptConfiguration.class);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    private static final Duration UNDER_WAY = Duration.ofHours(1);

    @Bean
    ReceiptKey receiptKey(@Value("${brightline.keys.file}") Path keys) {
        return ReceiptKey.inFile(keys.resolveSibling("receipt-key"));
    }

    /** @param folder absent: beside the keys, for programs that live only for a while */
    @Bean(destroyMethod = "close")
    ReceiptJournal receiptJournal(
            @Value("${brightline.receipts.folder:#{null}}") @Nullable Path folder,
            @Value("${brightline.keys.file}") Path keys) {
        return new ReceiptJournal(folder == null ? keys.resolveSibling("receipts") : folder, InstantSource.system());
    }

    @Bean
    Receipts receipts(ReceiptKey key, ReceiptJournal journal) {
        return new Receipts(key, journal, Clock.systemUTC());
    }

    @Bean
    ReceiptReconciler receiptReconciler(
            ReceiptJournal journal,
            Receipts receipts,
            DataSource dataSource,
            @Qualifier("eventLogSchema") SchemaMigration log) {
        return new ReceiptReconciler(journal, receipts, dataSource, Clock.systemUTC());
    }

    @Bean
    RouteRules receiptRoutes() {
        return RouteRules.of(RouteRule.signedIn(HttpMethod.GET, "/api/commands/receipt-keys"));
    }

    @Bean
    MeterBinder receiptMeters(ReceiptReconciler reconciler) {
        return registry -> {
            Gauge.builder("receipts.missing", reconciler, ReceiptReconciler::missing)
                    .description("Receipts whose events were not in the log a minute later")
                    .register(registry);
            FunctionCounter.builder("receipts.found", reconciler, ReceiptReconciler::found)
                    .description("Receipts whose events were found in the log")
                    .register(registry);
        };
    }

    /** Catches up before the first submission, then looks again and again. */
    @Bean
    SmartLifecycle reconciling(ReceiptReconciler reconciler) {
        return new Reconciling(reconciler);
    }

    private static final class Reconciling implements SmartLifecycle {
        private final ReceiptReconciler reconciler;
        private @Nullable ScheduledExecutorService looking;

        private Reconciling(ReceiptReconciler reconciler) {
            this.reconciler = reconciler;
        }

        @Override
        public void start() {
            reconciler.catchUp(UNDER_WAY);
            looking = Executors.newSingleThreadScheduledExecutor(task ->
                    Thread.ofPlatform().daemon().name("receipt-reconciler").unstarted(task));
            looking.scheduleWithFixedDelay(this::look, 0, LOOK_EVERY.toSeconds(), TimeUnit.SECONDS);
        }

        /** A database that is away is no loss: the next look sees. */
        private void look() {
            try {
                reconciler.look();
            } catch (RuntimeException e) {
                LOG.warn(
                        "Receipts could not be compared with the log: {}",
                        e.getClass().getSimpleName());
            }
        }

        @Override
        public void stop() {
            if (looking != null) {
                looking.shutdownNow();
                looking = null;
            }
        }

        @Override
        public boolean isRunning() {
            return looking != null;
        }
    }
}
