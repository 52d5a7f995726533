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
                RouteRule.allow(HttpMethod.POST, "/api/commands/accounts", SYSADMIN)
                        .byPersonOnly(),
                RouteRule.allow(HttpMethod.POST, "/api/commands/accounts/{id}/password-resets", SYSADMIN)
                        .byPersonOnly(),
                RouteRule.allow(HttpMethod.POST, "/api/commands/accounts/{id}/closings", SYSADMIN),
                RouteRule.allow(HttpMethod.POST, "/api/commands/accounts/{id}/openings", SYSADMIN),
                RouteRule.allow(HttpMethod.GET, "/api/commands/accounts/{id}/tokens", SYSADMIN),
                RouteRule.allow(HttpMethod.DELETE, "/api/commands/accounts/{id}/tokens/{token}", SYSADMIN),
                RouteRule.signedIn(HttpMethod.GET, "/api/commands/tokens"),
                RouteRule.signedIn(HttpMethod.POST, "/api/commands/tokens").byPersonOnly(),
                RouteRule.signedIn(HttpMethod.DELETE, "/api/commands/tokens/{id}"));
    }
}
