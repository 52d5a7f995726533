package brightline.query.pages;

import brightline.edge.access.OwnPassword;
import brightline.edge.access.RouteRule;
import brightline.edge.access.RouteRules;
import jakarta.servlet.DispatcherType;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;

/** The rooms that pages share, to be imported with the rooms' own controllers. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration {

    /** Writes the hashed addresses of {@link PageAssets} where templates name assets, on pages that tell of errors too. */
    @Bean
    FilterRegistrationBean<ResourceUrlEncodingFilter> hashedAddresses() {
        FilterRegistrationBean<ResourceUrlEncodingFilter> filter =
                new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return filter;
    }

    @Bean
    WebMvcConfigurer shellOfErrorPages(ShellAdvice shell, Installation installation) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new ErrorPageShell(shell)).order(Ordered.LOWEST_PRECEDENCE);
                registry.addInterceptor(new WrongSignInsNotice(installation)).order(Ordered.LOWEST_PRECEDENCE);
            }
        };
    }

    /** Each room is open to those who are shown the way to it. */
    @Bean
    RouteRules pageRoutes() {
        List<RouteRule> rules = new ArrayList<>();
        rules.add(RouteRule.signedIn(HttpMethod.GET, "/"));
        rules.add(RouteRule.signedIn(HttpMethod.GET, "/how-we-count"));
        rules.add(RouteRule.signedIn(HttpMethod.GET, OwnPassword.PATH));
        rules.add(RouteRule.signedIn(HttpMethod.POST, OwnPassword.PATH));
        for (String path : List.of("/first-steps", "/first-steps/**")) {
            rules.add(new RouteRule(HttpMethod.GET, path, FirstStepsPage.READERS));
        }
        for (Rooms room : Rooms.values()) {
            rules.add(new RouteRule(HttpMethod.GET, room.path(), room.roles()));
            rules.add(new RouteRule(HttpMethod.GET, room.path() + "/**", room.roles()));
        }
        return new RouteRules(rules);
    }
}
