package brightline.command.agreement;

import static brightline.edge.access.AccountRole.COORDINATOR;
import static org.springframework.http.HttpMethod.POST;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AgreementRoutes {
    @Bean
    RouteRules agreementTextRoutes() {
        return RouteRules.of(Stream.of(
                        "versions",
                        "community-input",
                        "adoptions",
                        "rule-sets/proposals",
                        "rule-sets/tests",
                        "rule-sets/approvals")
                .map(path -> RouteRule.allow(POST, "/api/commands/agreements/{id}/" + path, COORDINATOR))
                .toArray(RouteRule[]::new));
    }
}
