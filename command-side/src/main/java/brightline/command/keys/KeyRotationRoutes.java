package brightline.command.keys;

import static brightline.edge.access.AccountRole.SYSADMIN;

import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who may change the key-encryption key. */
@Configuration(proxyBeanMethods = false)
class KeyRotationRoutes {
    @Bean
    RouteRules keyRotationRules() {
        return RouteRules.of(
                RouteRule.allow(HttpMethod.POST, "/api/commands/key-rotations", SYSADMIN),
                RouteRule.allow(HttpMethod.GET, "/api/commands/key-rotations/{id}", SYSADMIN));
    }
}
