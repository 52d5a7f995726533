package brightline.edge.problem;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The edge's error handling, request ids and JSON settings. To be imported by an application; replaces Boot's own error
 * controller.
 */
@Configuration(proxyBeanMethods = false)
public class ProblemConfiguration {
    @Bean
    ProblemWriter problemWriter() {
        return new ProblemWriter();
    }

    @Bean
    ProblemTable problemTable(ObjectProvider<ProblemSource> sources) {
        return new ProblemTable(sources.orderedStream().toList());
    }

    @Bean
    ProblemResolver problemResolver(ProblemTable table, ProblemWriter writer) {
        return new ProblemResolver(table, writer);
    }

    @Bean
    ErrorPages errorPages(ObjectProvider<ErrorViewResolver> views, ProblemWriter writer) {
        return new ErrorPages(views.orderedStream().toList(), writer);
    }

    @Bean
    FilterRegistrationBean<RequestIdFilter> requestIdFilter(ProblemTable table, ProblemWriter writer) {
        var registration = new FilterRegistrationBean<>(new RequestIdFilter(table, writer));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebMvcConfigurer plainRequests() {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new PlainRequests()).order(Ordered.HIGHEST_PRECEDENCE);
            }
        };
    }

    /** After Boot's own settings, which stand at 0. */
    @Bean
    @Order(10)
    JsonFactoryBuilderCustomizer jsonLimits() {
        return StrictJson.limits();
    }

    /** After Boot's own settings, which stand at 0. */
    @Bean
    @Order(10)
    JsonMapperBuilderCustomizer jsonStrictness() {
        return StrictJson.strictness();
    }
}
