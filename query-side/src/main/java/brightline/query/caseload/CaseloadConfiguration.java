package brightline.query.caseload;

import static brightline.edge.access.AccountRole.ANALYST;
import static brightline.edge.access.AccountRole.AUDITOR;
import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.PROVIDER;
import static brightline.edge.access.AccountRole.SCHOOL_ADMIN;
import static brightline.edge.access.AccountRole.SRO;
import static brightline.edge.access.AccountRole.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What follows of contacts. */
@Configuration(proxyBeanMethods = false)
class CaseloadConfiguration {

    /** An officer is answered about the own record, a programme about its own cases. */
    @Bean
    RouteRules caseloadRoutes() {
        return RouteRules.of(
                RouteRule.allow(
                        GET, "/api/queries/diversions", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO, PROVIDER),
                RouteRule.allow(GET, "/api/queries/deescalation", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO),
                RouteRule.allow(GET, "/api/queries/questioning", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO),
                RouteRule.allow(GET, "/api/queries/searches", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO),
                RouteRule.allow(GET, "/api/queries/line-changes", SUPERVISOR, AUDITOR),
                RouteRule.allow(GET, "/api/queries/referrals", SUPERVISOR, COORDINATOR, AUDITOR, SRO, SCHOOL_ADMIN),
                RouteRule.allow(GET, "/api/queries/counterparts", SUPERVISOR, COORDINATOR, AUDITOR, SRO, SCHOOL_ADMIN));
    }
}
