package brightline.query.funnel;

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

/** Funnels over the facts of contacts. */
@Configuration(proxyBeanMethods = false)
class FunnelConfiguration {

    /** As for the measure itself. An officer is answered about the own record. */
    @Bean
    RouteRules funnelRoutes() {
        return RouteRules.of(
                RouteRule.allow(GET, "/api/queries/funnels", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO));
    }
}
