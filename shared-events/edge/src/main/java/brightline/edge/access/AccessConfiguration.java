package brightline.edge.access;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import brightline.edge.clock.Regularly;
import brightline.edge.description.DescriptionConfiguration;
import brightline.edge.description.DocumentDescription;
import brightline.edge.door.DoorConfiguration;
import brightline.edge.door.OpenForm;
import brightline.edge.keys.KeyedMac;
import brightline.edge.problem.ProblemConfiguration;
import brightline.edge.problem.ProblemWriter;
import brightline.edge.schema.MigrationLogin;
import brightline.edge.schema.SchemaMigration;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.boot.web.server.servlet.Session;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * The way in, to be imported by an application that serves HTTP. The application contributes {@link RouteRules} beans for its
 * routes, a page at {@code GET /sign-in}, and sets {@code spring.flyway.enabled=false}.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(AccessProperties.class)
@Import({
    ProblemConfiguration.class,
    DoorConfiguration.class,
    DescriptionConfiguration.class,
    DatabaseInitializationDependencyConfigurer.class,
    MigrationLogin.class
})
public class AccessConfiguration {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(CurrentActor.class);
    }

    /** Inside the request id and outside all that reads or answers. */
    private static final int HOST_ORDER = Ordered.HIGHEST_PRECEDENCE + 5;

    private static final Duration SWEEP_EVERY = Duration.ofMinutes(5);
    private static final int SWEEP_PHASE = 0;

    @Bean
    SchemaMigration accessSchema(DataSource dataSource, MigrationLogin login) {
        return SchemaMigration.migrate(login.on(dataSource), "access", "classpath:db/access");
    }

    /** Nobody reads the framework's own observations of each filter and decision, and they take a notable part of a request. */
    @Bean
    static SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    Accounts accounts(JdbcClient jdbc, Passwords passwords, SignInGuard guard, ObjectProvider<AccountRecord> record) {
        return new Accounts(jdbc, passwords, guard, record::getObject);
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    /** @param keys file of the key-encryption key; the one by which sources are told apart stands beside it */
    @Bean
    Sources sources(@Value("${brightline.keys.file}") Path keys) {
        return new Sources(new KeyedMac(keys.resolveSibling("sign-in-key")));
    }

    @Bean
    SignInGuard signInGuard(
            JdbcClient jdbc, PlatformTransactionManager transactions, Passwords passwords, Sources sources) {
        return new SignInGuard(jdbc, new TransactionTemplate(transactions), passwords, sources);
    }

    @Bean
    Regularly signInSweep(SignInGuard guard) {
        return new Regularly("sign-in-sweep", SWEEP_EVERY, SWEEP_PHASE, guard::sweep);
    }

    @Bean
    SignInWatch signInWatch(Sources sources) {
        return new SignInWatch(sources);
    }

    @Bean
    OpenSessions openSessions(AccessProperties properties, SignInGuard guard, Accounts accounts) {
        return new OpenSessions(properties.session().most(), guard, accounts);
    }

    @Bean
    FilterRegistrationBean<HostFilter> hostFilter(AccessProperties properties, ProblemWriter writer) {
        var registration = new FilterRegistrationBean<>(
                new HostFilter(new HostNames(properties.hosts(), properties.tls()), writer));
        registration.setOrder(HOST_ORDER);
        return registration;
    }

    @Bean
    OwnPassword ownPassword(Accounts accounts, ApplicationEventPublisher events) {
        return new OwnPassword(accounts, events);
    }

    @Bean
    ApiTokens apiTokens(JdbcClient jdbc, ObjectProvider<AccountRecord> record) {
        return new ApiTokens(jdbc, record::getObject);
    }

    @Bean
    DeviceKeyController deviceKeyController(JdbcClient jdbc) {
        return new DeviceKeyController(new DeviceKeys(jdbc));
    }

    @Bean
    ReadAudit readAudit(JdbcClient jdbc) {
        return new ReadAudit(jdbc);
    }

    /** What no handler of ours answers, or answers to anybody: sign-in, health, metrics and the API's description. */
    @Bean
    RouteRules edgeRoutes() {
        return RouteRules.of(
                RouteRule.open(GET, SignInPages.PATH),
                RouteRule.open(POST, SignInPages.PATH),
                RouteRule.open(POST, SignInPages.SIGN_OUT_PATH),
                RouteRule.open(GET, "/assets/**"),
                RouteRule.open(GET, "/favicon.ico"),
                RouteRule.open(GET, "/actuator/health"),
                RouteRule.open(GET, "/actuator/health/**"),
                RouteRule.allow(GET, "/actuator", AccountRole.SYSADMIN),
                RouteRule.allow(GET, "/actuator/prometheus", AccountRole.SYSADMIN),
                RouteRule.signedIn(GET, "/v3/api-docs"),
                RouteRule.signedIn(GET, "/v3/api-docs/**"),
                RouteRule.signedIn(GET, "/v3/api-docs.yaml"));
    }

    /** Those of all handlers that name what they do. */
    @Bean
    RouteRules actionRoutes(ListableBeanFactory beans) {
        return ActionRoutes.of(beans);
    }

    /** The one form that is read of who is not signed in. */
    @Bean
    OpenForm signInForm() {
        return new OpenForm(SignInPages.PATH);
    }

    @Bean
    RoutePolicy routePolicy(ObjectProvider<RouteRules> rules) {
        return new RoutePolicy(
                rules.orderedStream().flatMap(side -> side.rules().stream()).toList());
    }

    @Bean
    RouteCoverage routeCoverage(RoutePolicy policy, ObjectProvider<RequestMappingInfoHandlerMapping> mappings) {
        return new RouteCoverage(policy, mappings);
    }

    @Bean
    Refusals refusals(RoutePolicy policy, ProblemWriter writer) {
        return new Refusals(policy, writer);
    }

    @Bean
    ApiDescription apiDescription(RoutePolicy policy, DocumentDescription documents) {
        return new ApiDescription(policy, documents);
    }

    @Bean
    SignInPages signInPages(Accounts accounts, OpenSessions sessions, SignInWatch watch, ProblemWriter writer) {
        return new SignInPages(accounts, sessions, watch, writer);
    }

    @Bean
    WebMvcConfigurer currentActorArgument() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CurrentActorArgument());
            }
        };
    }

    @Bean
    SecurityFilterChain wayIn(
            HttpSecurity http,
            AccessProperties properties,
            RoutePolicy policy,
            Refusals refusals,
            SignInPages signIn,
            OpenSessions sessions,
            SignInWatch watch,
            Accounts accounts,
            ApiTokens tokens,
            ProblemWriter writer) {
        BasicCredentials basic = properties.demo() ? new BasicCredentials(accounts, watch) : null;
        var byHeader = new HeaderSignIn(tokens, accounts, basic, refusals, watch);
        var formTokens = new FormTokens(OwnCookie.of("-csrf", properties.tls()));
        var check = new AccountCheck(accounts, properties.session().longest(), InstantSource.system());
        // A demonstration's passwords stand in a file for whoever tries it.
        if (!properties.demo()) {
            http.addFilterAfter(new FirstPasswordCheck(accounts, writer), CsrfFilter.class);
        }
        return http.authenticationManager(signIn)
                .addFilterBefore(byHeader, CsrfFilter.class)
                .addFilterBefore(check, CsrfFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens).ignoringRequestMatchers(HeaderSignIn::speaksFor))
                .formLogin(form -> form.loginPage(SignInPages.PATH)
                        .failureHandler(signIn)
                        .withObjectPostProcessor(opening(formTokens, sessions)))
                .logout(logout -> logout.logoutUrl(SignInPages.SIGN_OUT_PATH)
                        .addLogoutHandler(signIn)
                        .logoutSuccessUrl(SignInPages.PATH + "?signed-out"))
                .requestCache(cache -> cache.requestCache(new PageToReturnTo(OwnCookie.of("-next", properties.tls()))))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access((authentication, context) -> new AuthorizationDecision(
                                isAllowed(policy, context.getRequest(), authentication.get()))))
                // Those of every answer, also of what never comes this far, are the door's.
                .headers(headers -> headers.disable())
                .build();
    }

    /** Set at the form itself: where the chain is told, it opens a session for who signs in by header too. */
    private static ObjectPostProcessor<UsernamePasswordAuthenticationFilter> opening(
            FormTokens formTokens, OpenSessions sessions) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends UsernamePasswordAuthenticationFilter> F postProcess(F form) {
                form.setSessionAuthenticationStrategy(new CompositeSessionAuthenticationStrategy(
                        List.of(new CsrfAuthenticationStrategy(formTokens), sessions)));
                return form;
            }
        };
    }

    private static boolean isAllowed(
            RoutePolicy policy, HttpServletRequest request, @Nullable Authentication authentication) {
        var path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        return policy.decide(
                        HttpMethod.valueOf(request.getMethod()),
                        path,
                        authentication instanceof SignedIn signedIn ? signedIn : null)
                == RoutePolicy.Decision.ALLOWED;
    }

    /** After Boot's own settings, which stand at 0. */
    @Bean
    @Order(10)
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> sessionSettings(AccessProperties properties) {
        return factory -> {
            Session session = factory.getSettings().getSession();
            session.setTimeout(properties.session().idle());
            session.setTrackingModes(Set.of(Session.SessionTrackingMode.COOKIE));
            Cookie cookie = session.getCookie();
            cookie.setName(OwnCookie.of("", properties.tls()).name());
            cookie.setPath("/");
            cookie.setHttpOnly(true);
            cookie.setSecure(properties.tls() ? Boolean.TRUE : null);
            cookie.setSameSite(Cookie.SameSite.STRICT);
        };
    }

    /** A redirect names a path only: whoever asked knows the host, and nothing he says of it comes back. */
    @Bean
    @Order(10)
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> relativeRedirects() {
        return factory -> factory.addContextCustomizers(context -> context.setUseRelativeRedirects(true));
    }
}
