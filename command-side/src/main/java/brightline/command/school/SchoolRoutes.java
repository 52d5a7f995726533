package brightline.command.school;

import static brightline.edge.access.AccountRole.COORDINATOR;
import static org.springframework.http.HttpMethod.POST;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SchoolRoutes {
    @Bean
    RouteRules schoolProgrammeRoutes() {
        return RouteRules.of(
                RouteRule.allow(POST, "/api/commands/schools/{code}/programme-status", COORDINATOR),
                RouteRule.allow(POST, "/api/commands/schools/{code}/enrolments", COORDINATOR));
    }
}
