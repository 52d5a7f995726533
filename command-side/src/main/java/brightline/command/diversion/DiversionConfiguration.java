package brightline.command.diversion;

import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.PROVIDER;
import static brightline.edge.access.AccountRole.SRO;
import static brightline.edge.access.AccountRole.SUPERVISOR;
import static org.springframework.http.HttpMethod.POST;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may write about diversions at all; about which, the case decides. */
@Configuration(proxyBeanMethods = false)
class DiversionConfiguration {
    private static final String DIVERSIONS = "/api/commands/diversions";

    @Bean
    RouteRules diversionRoutes() {
        return RouteRules.of(
                police(""),
                police("/not-used"),
                police("/{id}/acceptance"),
                police("/{id}/decline"),
                police("/{id}/start"),
                police("/{id}/station-adjustment"),
                police("/{id}/state-query"),
                police("/{id}/extension"),
                police("/{id}/breach"),
                police("/{id}/void"),
                programmeToo("/{id}/completion"),
                programmeToo("/{id}/failure"),
                programmeToo("/{id}/unknown"),
                programmeToo("/{id}/provider-reports"));
    }

    private static RouteRule police(String what) {
        return RouteRule.allow(POST, DIVERSIONS + what, SRO, SUPERVISOR, COORDINATOR);
    }

    private static RouteRule programmeToo(String what) {
        return RouteRule.allow(POST, DIVERSIONS + what, SRO, SUPERVISOR, COORDINATOR, PROVIDER);
    }
}
