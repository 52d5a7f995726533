package brightline.query.care;

import brightline.edge.clock.Regularly;
import brightline.edge.door.Share;
import brightline.query.projection.DiscardedEvents;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Care for events that projections could not handle. */
@Configuration(proxyBeanMethods = false)
class CareConfiguration {
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final int AFTER_THE_PROCESSORS = 1_001;

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
    SmartLifecycle decisionsCarriedOut(Decisions decisions) {
        return new Regularly("care", LOOK_EVERY, AFTER_THE_PROCESSORS, () -> Share.PROJECTING.run(decisions::carryOut));
    }
}
