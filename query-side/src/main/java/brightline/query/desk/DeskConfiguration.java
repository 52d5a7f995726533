package brightline.query.desk;

import static brightline.edge.access.AccountRole.ANALYST;
import static brightline.edge.access.AccountRole.AUDITOR;
import static brightline.edge.access.AccountRole.CLERK;
import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.SRO;
import static brightline.edge.access.AccountRole.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is on the desk, kept up with the log and told. */
@Configuration(proxyBeanMethods = false)
class DeskConfiguration {

    /** An officer is answered about the own evaluations and activities; an inbox is everybody's own. */
    @Bean
    RouteRules deskRoutes() {
        return RouteRules.of(
                RouteRule.allow(GET, "/api/queries/reviews", SUPERVISOR, COORDINATOR, AUDITOR),
                RouteRule.allow(GET, "/api/queries/deadlines", SUPERVISOR, COORDINATOR, AUDITOR),
                RouteRule.allow(GET, "/api/queries/deadline-rules", SUPERVISOR, COORDINATOR, AUDITOR),
                RouteRule.allow(GET, "/api/queries/disclosures", CLERK, COORDINATOR, AUDITOR),
                RouteRule.allow(GET, "/api/queries/requests", CLERK, COORDINATOR, AUDITOR),
                RouteRule.allow(GET, "/api/queries/evaluations", SUPERVISOR, COORDINATOR, AUDITOR, SRO),
                RouteRule.allow(GET, "/api/queries/activities", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO),
                RouteRule.signedIn(GET, "/api/queries/inbox"));
    }
}
