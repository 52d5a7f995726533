package brightline.query.roster;

import static brightline.edge.access.AccountRole.ANALYST;
import static brightline.edge.access.AccountRole.AUDITOR;
import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.SCHOOL_ADMIN;
import static brightline.edge.access.AccountRole.SRO;
import static brightline.edge.access.AccountRole.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The roster, training and the programme. */
@Configuration(proxyBeanMethods = false)
class RosterConfiguration {

    /** An officer is answered about the own record. */
    @Bean
    RouteRules rosterQueryRoutes() {
        return RouteRules.of(
                RouteRule.allow(GET, "/api/queries/roster", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO),
                RouteRule.allow(GET, "/api/queries/training", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO),
                RouteRule.allow(
                        GET, "/api/queries/agreements", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO, SCHOOL_ADMIN),
                RouteRule.allow(
                        GET, "/api/queries/programme", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO, SCHOOL_ADMIN));
    }
}
