package brightline.command.disclosure;

import static brightline.edge.access.AccountRole.CLERK;
import static brightline.edge.access.AccountRole.COORDINATOR;
import static org.springframework.http.HttpMethod.POST;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who gives records away, and who answers requests. */
@Configuration(proxyBeanMethods = false)
class DisclosureRoutes {
    @Bean
    RouteRules disclosureCommandRoutes() {
        return RouteRules.of(
                RouteRule.allow(POST, "/api/commands/disclosures", CLERK, COORDINATOR),
                RouteRule.allow(POST, "/api/commands/disclosures/{id}/notices", CLERK, COORDINATOR),
                RouteRule.allow(POST, "/api/commands/requests", CLERK, COORDINATOR),
                RouteRule.allow(POST, "/api/commands/requests/{id}/decision", CLERK, COORDINATOR),
                RouteRule.allow(POST, "/api/commands/requests/{id}/statement", CLERK, COORDINATOR));
    }
}
