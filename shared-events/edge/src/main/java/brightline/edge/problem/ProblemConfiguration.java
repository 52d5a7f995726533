package brightline.edge.problem;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jackson.autoconfigure.JsonFactoryBuilderCustomizer;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.unit.DataSize;

/**
 * The edge's error handling, request ids, body limit and JSON settings. To be imported by an application; replaces Boot's own
 * error controller. {@code brightline.max-body} limits bodies that are not multipart, 1 MB by default.
 */
@Configuration(proxyBeanMethods = false)
public class ProblemConfiguration {
    /** Just inside the request id, and outside Spring Security, which stands at -100. */
    private static final int BODY_LIMIT_ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

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
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(
            @Value("${brightline.max-body:1MB}") DataSize limit, ProblemWriter writer) {
        var registration = new FilterRegistrationBean<>(new BodyLimitFilter(limit.toBytes(), writer));
        registration.setOrder(BODY_LIMIT_ORDER);
        return registration;
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
