package brightline.edge.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.edge.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

class RouteCoverageTest {
    @RestController
    static class Forgotten {
        @DeleteMapping("/api/commands/contacts/{id}")
        void delete() {}

        @RequestMapping("/entry/{part}")
        void anyMethod() {}
    }

    @Configuration(proxyBeanMethods = false)
    @Import({SampleApp.Application.class, Forgotten.class})
    static class ApplicationWithForgottenRoutes {}

    @Test
    void an_application_with_a_route_that_no_rule_covers_does_not_start_and_names_it() {
        assertThatThrownBy(() -> SampleApp.start(TestDatabase.fresh(), ApplicationWithForgottenRoutes.class)
                        .close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("DELETE /api/commands/contacts/{id}")
                .hasMessageContaining("any method /entry/{part}");
    }

    @Test
    void whatever_reaches_the_database_is_made_after_the_schema() {
        assertThat(SampleApp.running()
                        .context
                        .getBeanFactory()
                        .getBeanDefinition("jdbcClient")
                        .getDependsOn())
                .contains("accessSchema");
    }

    @Test
    void the_more_specific_pattern_decides_in_whatever_order_rules_come() {
        RouteRule wide = RouteRule.signedIn(HttpMethod.GET, "/api/queries/**");
        RouteRule narrow = RouteRule.allow(HttpMethod.GET, "/api/queries/replays/{id}", AccountRole.AUDITOR);
        for (List<RouteRule> rules : List.of(List.of(wide, narrow), List.of(narrow, wide))) {
            assertThat(new RoutePolicy(rules).rules()).containsExactly(narrow, wide);
        }
    }

    @Test
    void two_rules_for_one_route_are_refused() {
        assertThatThrownBy(() -> new RoutePolicy(List.of(
                        RouteRule.signedIn(HttpMethod.GET, "/cases/{id}"),
                        RouteRule.open(HttpMethod.GET, "/cases/{case}"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
