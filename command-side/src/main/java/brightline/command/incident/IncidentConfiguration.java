package brightline.command.incident;

import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.SRO;
import static brightline.edge.access.AccountRole.SUPERVISOR;
import static org.springframework.http.HttpMethod.POST;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may record incidents and edit them. */
@Configuration(proxyBeanMethods = false)
class IncidentConfiguration {
    static final String CACHE = "incidentCache";

    /**
     * Entries go when memory is short, and whenever a unit of work is rolled back. One cache per kind of stream: in a shared
     * one, an id of another kind would find what is no incident.
     */
    @Bean(CACHE)
    Cache incidentCache() {
        return new WeakReferenceCache();
    }

    @Bean
    RouteRules incidentRoutes() {
        return RouteRules.of(
                RouteRule.allow(POST, "/api/commands/incidents", SRO, SUPERVISOR, COORDINATOR),
                RouteRule.allow(POST, "/api/commands/advice", SRO, SUPERVISOR, COORDINATOR),
                RouteRule.allow(POST, "/api/commands/incidents/{id}/students", SRO, SUPERVISOR, COORDINATOR),
                RouteRule.allow(POST, "/api/commands/incidents/{id}/undo", SRO, SUPERVISOR, COORDINATOR),
                RouteRule.allow(POST, "/api/commands/incidents/{id}/school-corrections", SUPERVISOR, COORDINATOR),
                RouteRule.allow(POST, "/api/commands/incidents/{id}/links", SUPERVISOR, COORDINATOR));
    }
}
