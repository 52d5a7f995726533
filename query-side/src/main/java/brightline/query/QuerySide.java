package brightline.query;

import static brightline.edge.access.AccountRole.ANALYST;
import static brightline.edge.access.AccountRole.AUDITOR;
import static brightline.edge.access.AccountRole.CLERK;
import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.SCHOOL_ADMIN;
import static brightline.edge.access.AccountRole.SRO;
import static brightline.edge.access.AccountRole.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The query side, to be imported by an application beside the event log's and the key store's configurations and the way in.
 */
@Configuration(proxyBeanMethods = false)
// Names in full, since both sides have classes of one name. Nested classes are nobody's components here: a test keeps
// its own
// in itself.
@ComponentScan(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\$.*"))
public class QuerySide {

    /** Who may look a student up; how much of whom, the search itself decides. */
    @Bean
    RouteRules studentRoutes() {
        return RouteRules.of(
                RouteRule.allow(POST, "/api/queries/students/search", SRO, SCHOOL_ADMIN, COORDINATOR, CLERK));
    }

    /** Who may ask for figures and cases. An officer is answered about the own record. */
    @Bean
    RouteRules figureRoutes() {
        return RouteRules.of(
                RouteRule.allow(GET, "/api/queries/involvements", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO),
                RouteRule.allow(GET, "/api/queries/routine-discipline", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO),
                RouteRule.allow(GET, "/api/queries/arrests", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO),
                RouteRule.allow(GET, "/api/queries/cases", SUPERVISOR, COORDINATOR, AUDITOR, SRO),
                RouteRule.allow(GET, "/api/queries/cases/{id}/timeline", SUPERVISOR, COORDINATOR, AUDITOR, SRO));
    }
}
