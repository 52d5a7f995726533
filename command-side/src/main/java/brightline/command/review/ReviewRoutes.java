package brightline.command.review;

import static brightline.edge.access.AccountRole.AUDITOR;
import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.SUPERVISOR;
import static org.springframework.http.HttpMethod.POST;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who records complaints, and who reviews. */
@Configuration(proxyBeanMethods = false)
class ReviewRoutes {
    @Bean
    RouteRules reviewCommandRoutes() {
        return RouteRules.of(
                RouteRule.allow(POST, "/api/commands/complaints", SUPERVISOR, COORDINATOR, AUDITOR),
                RouteRule.allow(POST, "/api/commands/reviews/{id}/assignment", SUPERVISOR, COORDINATOR),
                RouteRule.allow(POST, "/api/commands/reviews/{id}/overrides", SUPERVISOR, COORDINATOR),
                RouteRule.allow(POST, "/api/commands/reviews/{id}/close", SUPERVISOR, COORDINATOR));
    }
}
