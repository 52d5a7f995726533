package brightline.query.desk;

import static brightline.edge.access.AccountRole.ANALYST;
import static brightline.edge.access.AccountRole.AUDITOR;
import static brightline.edge.access.AccountRole.CLERK;
import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.SRO;
import static brightline.edge.access.AccountRole.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import brightline.edge.clock.RecordingClock;
import brightline.query.figures.FigureEngine;
import brightline.query.figures.ReferenceEntries;
import brightline.query.projection.Horizons;
import brightline.query.projection.ProjectionProcessors;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What is on the desk, kept up with the log and told. */
@Configuration(proxyBeanMethods = false)
public class DeskConfiguration {
    @Bean
    DeskProjection deskProjection(DataSource dataSource) {
        return new DeskProjection(dataSource);
    }

    @Bean
    DeskReader deskReader(
            Horizons horizons,
            FigureEngine engine,
            RecordingClock clock,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ProjectionProcessors tablesFirst) {
        return new DeskReader(horizons, engine, clock, jdbc, transactions);
    }

    @Bean
    ReviewListController reviewListController(DeskReader reader) {
        return new ReviewListController(reader);
    }

    @Bean
    DeadlineListController deadlineListController(DeskReader reader) {
        return new DeadlineListController(reader);
    }

    @Bean
    RecordListController recordListController(DeskReader reader) {
        return new RecordListController(reader);
    }

    @Bean
    ActivityController activityQueryController(DeskReader reader, ReferenceEntries entries) {
        return new ActivityController(reader, entries);
    }

    @Bean
    InboxController inboxQueryController(DeskReader reader) {
        return new InboxController(reader);
    }

    /** An officer is answered about the own evaluations and activities; an inbox is everybody's own. */
    @Bean
    RouteRules deskRoutes() {
        return RouteRules.of(
                RouteRule.allow(GET, "/api/queries/reviews", SUPERVISOR, COORDINATOR, AUDITOR),
                RouteRule.allow(GET, "/api/queries/deadlines", SUPERVISOR, COORDINATOR, AUDITOR),
                RouteRule.allow(GET, "/api/queries/deadline-rules", SUPERVISOR, COORDINATOR, AUDITOR),
                RouteRule.allow(GET, "/api/queries/disclosures", CLERK, COORDINATOR, AUDITOR),
                RouteRule.allow(GET, "/api/queries/requests", CLERK, COORDINATOR, AUDITOR),
                RouteRule.allow(GET, "/api/queries/evaluations", SUPERVISOR, COORDINATOR, AUDITOR, SRO),
                RouteRule.allow(GET, "/api/queries/activities", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO),
                RouteRule.signedIn(GET, "/api/queries/inbox"));
    }
}
