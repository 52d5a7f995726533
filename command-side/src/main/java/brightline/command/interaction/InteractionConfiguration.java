package brightline.command.interaction;

import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.SRO;
import static brightline.edge.access.AccountRole.SUPERVISOR;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may edit contacts at all; whose, the record decides. */
@Configuration(proxyBeanMethods = false)
class InteractionConfiguration {
    @Bean
    RouteRules interactionRoutes() {
        return RouteRules.of(
                edit("/corrections"), edit("/subject-corrections"), edit("/supplements"), edit("/void"));
    }

    private static RouteRule edit(String what) {
        return RouteRule.allow(
                HttpMethod.POST, "/api/commands/interactions/{id}" + what, SRO, SUPERVISOR, COORDINATOR);
    }
}
