package brightline.query.lateness;

import static brightline.edge.access.AccountRole.ANALYST;
import static brightline.edge.access.AccountRole.AUDITOR;
import static brightline.edge.access.AccountRole.COORDINATOR;
import static brightline.edge.access.AccountRole.SRO;
import static brightline.edge.access.AccountRole.SUPERVISOR;
import static org.springframework.http.HttpMethod.GET;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import brightline.query.desk.DeskReader;
import brightline.query.figures.FigureEngine;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lateness (measure M12). */
@Configuration(proxyBeanMethods = false)
public class LatenessConfiguration {
    @Bean
    LatenessFigures latenessFigures(FigureEngine engine, DeskReader desk) {
        return new LatenessFigures(engine, desk);
    }

    @Bean
    LatenessController latenessController(LatenessFigures figures) {
        return new LatenessController(figures);
    }

    @Bean
    RouteRules latenessRoutes() {
        return RouteRules.of(
                RouteRule.allow(GET, "/api/queries/lateness", SUPERVISOR, COORDINATOR, ANALYST, AUDITOR, SRO));
    }
}
