package brightline.query.replay;

import static brightline.edge.access.AccountRole.AUDITOR;
import static brightline.edge.access.AccountRole.SYSADMIN;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
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

    /** The system administrator acts, the auditor may watch and read the report. */
    @Bean
    RouteRules replayRoutes() {
        return RouteRules.of(
                RouteRule.allow(POST, "/api/queries/replays", SYSADMIN),
                RouteRule.allow(GET, "/api/queries/replays", SYSADMIN, AUDITOR),
                RouteRule.allow(GET, "/api/queries/replays/{id}", SYSADMIN, AUDITOR),
                RouteRule.allow(POST, "/api/queries/replays/{id}/switch", SYSADMIN),
                RouteRule.allow(POST, "/api/queries/replays/{id}/discard", SYSADMIN));
    }
}
