package brightline.command.receipt;

import brightline.edge.clock.Regularly;
import brightline.edge.schema.SchemaMigration;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Receipts, put together. The key stands beside the key-encryption key; the journal where {@code brightline.receipts.folder} says. */
@Configuration(proxyBeanMethods = false)
class ReceiptConfiguration {
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

    /** Has caught up before the first submission. */
    @Bean
    ReceiptReconciler receiptReconciler(
            ReceiptJournal journal,
            Receipts receipts,
            DataSource dataSource,
            @Qualifier("eventLogSchema") SchemaMigration log) {
        ReceiptReconciler reconciler = new ReceiptReconciler(journal, receipts, dataSource, Clock.systemUTC());
        reconciler.catchUp(UNDER_WAY);
        return reconciler;
    }

    @Bean
    SmartLifecycle reconciling(ReceiptReconciler reconciler) {
        return new Regularly("receipt-reconciler", LOOK_EVERY, SmartLifecycle.DEFAULT_PHASE, reconciler::look);
    }
}
