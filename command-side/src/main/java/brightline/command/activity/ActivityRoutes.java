package brightline.command.activity;

import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.SRO;
import static brightline.edge.access.AccountRole.SUPERVISOR;
import static org.springframework.http.HttpMethod.POST;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who logs activities. */
@Configuration(proxyBeanMethods = false)
class ActivityRoutes {
    @Bean
    RouteRules activityCommandRoutes() {
        return RouteRules.of(
                RouteRule.allow(POST, "/api/commands/activities", SRO, SUPERVISOR, COORDINATOR),
                RouteRule.allow(POST, "/api/commands/activities/{id}/withdraw", SRO, SUPERVISOR, COORDINATOR));
    }
}
