package brightline.query.pages;

import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
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
                registry.addInterceptor(new SignInNewsNotice(installation)).order(Ordered.LOWEST_PRECEDENCE);
            }
        };
    }
}
