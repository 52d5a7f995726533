package brightline.command.evaluation;

import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.SRO;
import static brightline.edge.access.AccountRole.SUPERVISOR;
import static org.springframework.http.HttpMethod.POST;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who evaluates, and who replies. */
@Configuration(proxyBeanMethods = false)
class EvaluationRoutes {
    @Bean
    RouteRules evaluationCommandRoutes() {
        return RouteRules.of(
                RouteRule.allow(POST, "/api/commands/evaluations", SUPERVISOR, COORDINATOR),
                RouteRule.allow(POST, "/api/commands/evaluations/{id}/reply", SRO),
                RouteRule.allow(POST, "/api/commands/evaluations/{id}/next-steps", SUPERVISOR, COORDINATOR));
    }
}
