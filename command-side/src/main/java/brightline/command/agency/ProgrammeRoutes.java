package brightline.command.agency;

import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.SYSADMIN;
import static org.springframework.http.HttpMethod.POST;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whoever keeps the settings designates the coordinator; what is asked of officers the coordinator says. */
@Configuration(proxyBeanMethods = false)
class ProgrammeRoutes {
    @Bean
    RouteRules programmeRules() {
        return RouteRules.of(
                RouteRule.allow(POST, "/api/commands/agency/coordinators", SYSADMIN, COORDINATOR),
                RouteRule.allow(POST, "/api/commands/agency/coordinators/end", SYSADMIN, COORDINATOR),
                RouteRule.allow(POST, "/api/commands/agency/programme-rules", COORDINATOR));
    }
}
