package brightline.command.roster;

import static brightline.edge.access.AccountRole.COORDINATOR;
import static org.springframework.http.HttpMethod.POST;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RosterListRoutes {
    @Bean
    RouteRules rosterListRules() {
        return RouteRules.of(RouteRule.allow(POST, "/api/commands/roster-lists", COORDINATOR));
    }
}
