package brightline.query.care;

import static brightline.edge.access.AccountRole.AUDITOR;
import static brightline.edge.access.AccountRole.SYSADMIN;
import static org.springframework.http.HttpMethod.GET;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import brightline.edge.clock.Regularly;
import brightline.query.projection.DiscardedEvents;
import brightline.query.projection.Horizons;
import brightline.query.projection.ProjectionProcessors;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Care for events that projections could not handle. */
@Configuration(proxyBeanMethods = false)
public class CareConfiguration {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int AFTER_THE_PROCESSORS = 1_001;

    @Bean
    DecisionProjection decisionProjection(DataSource dataSource) {
        return new DecisionProjection(dataSource);
    }

    @Bean
    DiscardedEvents discardedEvents(JdbcClient jdbc) {
        return (projection, eventId) -> jdbc.sql("""
                        select exists (select from rm.dead_letter_decision
                                        where projection = :projection and event_id = :event and act = 'DISCARD')
                        """)
                .param("projection", projection)
                .param("event", eventId)
                .query(Boolean.class)
                .single();
    }

    @Bean
    Decisions decisions(ProjectionProcessors processors, JdbcClient jdbc) {
        return new Decisions(processors, jdbc);
    }

    @Bean
    SmartLifecycle decisionsCarriedOut(Decisions decisions) {
        return new Regularly("care", LOOK_EVERY, AFTER_THE_PROCESSORS, decisions::carryOut);
    }

    @Bean
    DeadLetters deadLetters(JdbcClient jdbc, Horizons horizons, ProjectionProcessors processors) {
        return new DeadLetters(jdbc, horizons, processors);
    }

    @Bean
    DeadLetterListController deadLetterListController(DeadLetters letters) {
        return new DeadLetterListController(letters);
    }

    /** The system administrator decides, the auditor sees what was decided. */
    @Bean
    RouteRules careQueryRoutes() {
        return RouteRules.of(RouteRule.allow(GET, "/api/queries/dead-letters", SYSADMIN, AUDITOR));
    }
}
