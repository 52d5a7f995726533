package brightline.command.interaction;

import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.SRO;
import static brightline.edge.access.AccountRole.SUPERVISOR;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may edit contacts at all; whose, the record decides. */
@Configuration(proxyBeanMethods = false)
class InteractionConfiguration {
    static final String CACHE = "interactionCache";

    /**
     * Entries go when memory is short, and whenever a unit of work is rolled back. One cache per kind of stream: in a shared
     * one, an id of another kind would find what is no interaction.
     */
    @Bean(CACHE)
    Cache interactionCache() {
        return new WeakReferenceCache();
    }

    @Bean
    RouteRules interactionRoutes() {
        return RouteRules.of(
                edit("/corrections"),
                edit("/subject-corrections"),
                edit("/supplements"),
                edit("/void"),
                edit("/preview"));
    }

    private static RouteRule edit(String what) {
        return RouteRule.allow(HttpMethod.POST, "/api/commands/interactions/{id}" + what, SRO, SUPERVISOR, COORDINATOR);
    }
}
