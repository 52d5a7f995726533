package brightline.command.deadline;

import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.SUPERVISOR;
import static org.springframework.http.HttpMethod.POST;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who records that deadlines were met, and who switches their rules. */
@Configuration(proxyBeanMethods = false)
class DeadlineRoutes {
    @Bean
    RouteRules deadlineCommandRoutes() {
        return RouteRules.of(
                RouteRule.allow(POST, "/api/commands/deadlines/{id}/met", SUPERVISOR, COORDINATOR),
                RouteRule.allow(POST, "/api/commands/deadline-rules/{rule}/switch", COORDINATOR));
    }
}
