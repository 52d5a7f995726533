package brightline.command.officer;

import static brightline.edge.access.AccountRole.COORDINATOR;
import static org.springframework.http.HttpMethod.POST;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The coordinator keeps what is known of officers. */
@Configuration(proxyBeanMethods = false)
class OfficerRoutes {
    @Bean
    RouteRules officerStandingRoutes() {
        return RouteRules.of(Stream.of(
                        "assignments/post",
                        "assignments/confirmations",
                        "assignments/withdrawals",
                        "screenings",
                        "complaints",
                        "complaints/assessments",
                        "complaints/findings",
                        "trainings",
                        "trainings/waivers",
                        "trainings/withdrawals",
                        "acknowledgements")
                .map(path -> RouteRule.allow(POST, "/api/commands/officers/{id}/" + path, COORDINATOR))
                .toArray(RouteRule[]::new));
    }
}
