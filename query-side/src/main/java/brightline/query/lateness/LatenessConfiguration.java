package brightline.query.lateness;

import static brightline.edge.access.AccountRole.ANALYST;
import static brightline.edge.access.AccountRole.AUDITOR;
import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.SRO;
import static brightline.edge.access.AccountRole.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lateness (measure M12). */
@Configuration(proxyBeanMethods = false)
class LatenessConfiguration {
    @Bean
    RouteRules latenessRoutes() {
        return RouteRules.of(
                RouteRule.allow(GET, "/api/queries/lateness", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO));
    }
}
