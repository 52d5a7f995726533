package brightline.command.accounts;

import static brightline.edge.access.AccountRole.SYSADMIN;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may keep accounts. */
@Configuration(proxyBeanMethods = false)
class AccountRoutes {
    @Bean
    RouteRules accountRules() {
        return RouteRules.of(
                RouteRule.allow(HttpMethod.GET, "/api/commands/accounts", SYSADMIN),
                RouteRule.allow(HttpMethod.POST, "/api/commands/accounts", SYSADMIN),
                RouteRule.allow(HttpMethod.POST, "/api/commands/accounts/{id}/password-resets", SYSADMIN),
                RouteRule.allow(HttpMethod.POST, "/api/commands/accounts/{id}/closings", SYSADMIN),
                RouteRule.allow(HttpMethod.POST, "/api/commands/accounts/{id}/openings", SYSADMIN),
                RouteRule.signedIn(HttpMethod.GET, "/api/commands/tokens"),
                RouteRule.signedIn(HttpMethod.POST, "/api/commands/tokens"),
                RouteRule.signedIn(HttpMethod.DELETE, "/api/commands/tokens/{id}"));
    }
}
