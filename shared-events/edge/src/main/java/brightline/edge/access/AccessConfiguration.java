package brightline.edge.access;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import brightline.edge.clock.Regularly;
import brightline.edge.description.DescriptionConfiguration;
import brightline.edge.description.DocumentDescription;
import brightline.edge.door.DoorConfiguration;
import brightline.edge.door.OpenForm;
import brightline.edge.keys.KeyedMac;
import brightline.edge.keys.SealedText;
import brightline.edge.problem.ProblemConfiguration;
import brightline.edge.problem.ProblemWriter;
import brightline.edge.schema.MigrationLogin;
import brightline.edge.schema.SchemaMigration;
import com.github.benmanes.caffeine.cache.Ticker;
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
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
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
    Passwords passwords(AccessProperties properties) {
        return new Passwords(properties.access().passwordHash());
    }

    /** @param keys file of the key-encryption key; the one by which sources are told apart stands beside it */
    @Bean
    Sources sources(@Value("${brightline.keys.file}") Path keys) {
        return new Sources(new KeyedMac(keys.resolveSibling("sign-in-key")));
    }

    @Bean
    SignInGuard signInGuard(
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            Passwords passwords,
            SecondFactors factors,
            Sources sources) {
        return new SignInGuard(jdbc, new TransactionTemplate(transactions), passwords, factors, sources);
    }

    /** @param keys file of the key-encryption key; that of second factors stands beside it */
    @Bean
    SecondFactors secondFactors(
            JdbcClient jdbc, ObjectProvider<AccountRecord> record, @Value("${brightline.keys.file}") Path keys) {
        Path key = keys.resolveSibling("second-factor-key");
        var factors = new SecondFactors(
                jdbc,
                record::getObject,
                new SealedText(key, "second-factor"),
                new KeyedMac(key),
                InstantSource.system());
        if (!factors.isOfKey()) {
            AccessLog.otherKey(key);
        }
        return factors;
    }

    @Bean
    OwnSecondFactor ownSecondFactor(Accounts accounts, SecondFactors factors, AccessProperties properties) {
        return new OwnSecondFactor(accounts, factors, properties.secondFactorRequired());
    }

    @Bean
    FreshProofs freshProofs(AccessProperties properties) {
        return new FreshProofs(properties.session().fresh(), InstantSource.system());
    }

    @Bean
    PageToReturnTo pageToReturnTo(AccessProperties properties) {
        return new PageToReturnTo(OwnCookie.of("-next", properties.tls()));
    }

    @Bean
    OwnProof ownProof(
            Accounts accounts,
            SignInGuard guard,
            SecondFactors factors,
            FreshProofs proofs,
            PageToReturnTo pageToReturnTo,
            SignInWatch watch) {
        return new OwnProof(accounts, guard, factors, proofs, pageToReturnTo, watch);
    }

    @Bean
    HalfSignedIn halfSignedIn(AccessProperties properties) {
        return new HalfSignedIn(OwnCookie.of("-half", properties.tls()), Ticker.systemTicker());
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
    OpenSessions openSessions(
            AccessProperties properties,
            SignInGuard guard,
            SecondFactors factors,
            FreshProofs proofs,
            Accounts accounts) {
        return new OpenSessions(properties.session().most(), guard, proofs, accounts);
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
                RouteRule.open(GET, CodeSignIn.PATH),
                RouteRule.open(POST, CodeSignIn.PATH),
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

    /** With the next, the forms that are read of who is not signed in. */
    @Bean
    OpenForm signInForm() {
        return new OpenForm(SignInPages.PATH);
    }

    @Bean
    OpenForm codeForm() {
        return new OpenForm(CodeSignIn.PATH);
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
    Refusals refusals(RoutePolicy policy, FreshProofs proofs, PageToReturnTo pageToReturnTo, ProblemWriter writer) {
        return new Refusals(policy, proofs, pageToReturnTo, writer);
    }

    @Bean
    ApiDescription apiDescription(RoutePolicy policy, DocumentDescription documents) {
        return new ApiDescription(policy, documents);
    }

    @Bean
    SignInPages signInPages(
            Accounts accounts,
            SecondFactors factors,
            HalfSignedIn halves,
            OpenSessions sessions,
            SignInWatch watch,
            ProblemWriter writer) {
        return new SignInPages(accounts, factors, halves, sessions, watch, writer);
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
            SecondFactors factors,
            HalfSignedIn halves,
            SignInGuard guard,
            FreshProofs proofs,
            PageToReturnTo pageToReturnTo,
            ApiTokens tokens,
            ProblemWriter writer) {
        BasicCredentials basic = properties.demo() ? new BasicCredentials(accounts, factors, watch) : null;
        var byHeader = new HeaderSignIn(tokens, accounts, basic, refusals, watch);
        var formTokens = new FormTokens(OwnCookie.of("-csrf", properties.tls()));
        var check = new AccountCheck(accounts, properties.session().longest(), InstantSource.system());
        SessionAuthenticationStrategy opening = new CompositeSessionAuthenticationStrategy(
                List.of(new CsrfAuthenticationStrategy(formTokens), sessions));
        var then = new SavedRequestAwareAuthenticationSuccessHandler();
        then.setRequestCache(pageToReturnTo);
        var codes = new CodeSignIn(halves, accounts, guard, sessions, watch, writer);
        codes.setSessionAuthenticationStrategy(opening);
        codes.setAuthenticationSuccessHandler(then);
        codes.setAuthenticationFailureHandler(codes);
        // A demonstration's passwords stand in a file for whoever tries it.
        var duties = new FirstDuties(accounts, factors, !properties.demo(), properties.secondFactorRequired(), writer);
        return http.authenticationManager(signIn)
                .addFilterAfter(duties, CsrfFilter.class)
                .addFilterAfter(codes, UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(byHeader, CsrfFilter.class)
                .addFilterBefore(check, CsrfFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(formTokens).ignoringRequestMatchers(HeaderSignIn::speaksFor))
                .formLogin(form -> form.loginPage(SignInPages.PATH)
                        .failureHandler(signIn)
                        .withObjectPostProcessor(opening(opening)))
                .logout(logout -> logout.logoutUrl(SignInPages.SIGN_OUT_PATH)
                        .addLogoutHandler(signIn)
                        .logoutSuccessUrl(SignInPages.PATH + "?signed-out"))
                .requestCache(cache -> cache.requestCache(pageToReturnTo))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access((authentication, context) -> new AuthorizationDecision(
                                isAllowed(policy, proofs, context.getRequest(), authentication.get()))))
                // Those of every answer, also of what never comes this far, are the door's.
                .headers(headers -> headers.disable())
                .build();
    }

    /** Set at the form itself: where the chain is told, it opens a session for who signs in by header too. */
    private static ObjectPostProcessor<UsernamePasswordAuthenticationFilter> opening(
            SessionAuthenticationStrategy opening) {
        return new ObjectPostProcessor<>() {
            @Override
            public <F extends UsernamePasswordAuthenticationFilter> F postProcess(F form) {
                form.setSessionAuthenticationStrategy(opening);
                return form;
            }
        };
    }

    private static boolean isAllowed(
            RoutePolicy policy,
            FreshProofs proofs,
            HttpServletRequest request,
            @Nullable Authentication authentication) {
        var path = ServletRequestPathUtils.parseAndCache(request).pathWithinApplication();
        SignedIn signedIn = authentication instanceof SignedIn proven ? proven : null;
        return policy.decide(
                        HttpMethod.valueOf(request.getMethod()),
                        path,
                        signedIn,
                        signedIn != null && proofs.isFresh(request, signedIn))
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
