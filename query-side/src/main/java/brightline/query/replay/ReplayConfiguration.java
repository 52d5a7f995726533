package brightline.query.replay;

import brightline.edge.store.IndexFence;
import brightline.query.projection.Horizons;
import brightline.query.projection.LeftOutEvents;
import brightline.query.projection.LiveModels;
import brightline.query.projection.LogReader;
import brightline.query.projection.ProjectionProcessors;
import brightline.query.projection.ReadModels;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Replays of all projections. */
@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {
    @Bean
    Replays replays(
            ProjectionProcessors processors,
            ReadModels readModels,
            LiveModels liveModels,
            LogReader log,
            LeftOutEvents leftOut,
            Horizons horizons,
            IndexFence fence,
            DataSource dataSource,
            PlatformTransactionManager transactions) {
        Replays replays = new Replays(
                processors, readModels, liveModels, log, leftOut, horizons, fence, dataSource, transactions);
        replays.endAbandoned();
        return replays;
    }
}
