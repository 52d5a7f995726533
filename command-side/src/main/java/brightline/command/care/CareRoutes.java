package brightline.command.care;

import static brightline.edge.access.AccountRole.SYSADMIN;
import static org.springframework.http.HttpMethod.POST;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who decides about parked events. */
@Configuration(proxyBeanMethods = false)
class CareRoutes {
    @Bean
    RouteRules careCommandRoutes() {
        return RouteRules.of(
                RouteRule.allow(POST, "/api/commands/dead-letters/retries", SYSADMIN),
                RouteRule.allow(POST, "/api/commands/dead-letters/discards", SYSADMIN));
    }
}
