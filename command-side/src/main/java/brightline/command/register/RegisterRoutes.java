package brightline.command.register;

import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.SYSADMIN;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who keeps the agency's settings, the roster and the agreements. */
@Configuration(proxyBeanMethods = false)
class RegisterRoutes {
    @Bean
    RouteRules referenceRoutes() {
        return RouteRules.of(
                RouteRule.signedIn(GET, "/api/commands/agency"),
                RouteRule.allow(PUT, "/api/commands/agency", SYSADMIN, COORDINATOR),
                RouteRule.allow(POST, "/api/commands/schools", COORDINATOR),
                RouteRule.allow(POST, "/api/commands/officers", COORDINATOR),
                RouteRule.allow(POST, "/api/commands/officers/{id}/capacity", COORDINATOR),
                RouteRule.allow(POST, "/api/commands/officers/{id}/assignments", COORDINATOR),
                RouteRule.allow(POST, "/api/commands/officers/{id}/assignments/end", COORDINATOR),
                RouteRule.allow(POST, "/api/commands/students", COORDINATOR),
                RouteRule.allow(POST, "/api/commands/students/{id}/corrections", COORDINATOR),
                RouteRule.allow(POST, "/api/commands/agreements", COORDINATOR),
                RouteRule.allow(POST, "/api/commands/agreements/{id}/in-force", COORDINATOR),
                RouteRule.allow(POST, "/api/commands/agreements/{id}/end", COORDINATOR));
    }
}
