package brightline.command.follow;

import brightline.edge.schema.SchemaMigration;
import brightline.edge.store.IndexFence;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One reader of the log for every follower. With {@code brightline.desks=false} nobody acts on what is recorded. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "brightline.desks", matchIfMissing = true)
class FollowConfiguration {
    @Bean
    LogReaders logReaders(
            List<Follower> followers,
            RecordedStreams streams,
            IndexFence fence,
            DataSource dataSource,
            MeterRegistry registry,
            @Qualifier("commandSchema") SchemaMigration commandSchema) {
        LogReaders readers = new LogReaders(followers.stream()
                .map(follower -> new LogReader(follower, streams, fence, JdbcClient.create(dataSource)))
                .toList());
        readers.all()
                .forEach(one -> Gauge.builder("desk.behind", one, LogReader::behind)
                        .description("Indexes of the log that a desk has yet to look at")
                        .tag("desk", one.name())
                        .register(registry));
        return readers;
    }

    /** All readers, started and stopped together. */
    record LogReaders(List<LogReader> all) implements SmartLifecycle {
        LogReaders {
            all = List.copyOf(all);
        }

        @Override
        public void start() {
            all.forEach(LogReader::start);
        }

        @Override
        public void stop() {
            all.forEach(LogReader::stop);
        }

        @Override
        public boolean isRunning() {
            return all.stream().anyMatch(LogReader::isRunning);
        }
    }
}
