package brightline.edge.access;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import brightline.edge.TestDatabase;
import brightline.edge.problem.RuleRefusal;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The smallest application with a way in: one per JVM, with HTTP Basic on and an account for each role. */
final class SampleApp {
    static final String SECRET = "Maria Quintanilla";

    private static final class Running {
        static final SampleApp APP = new SampleApp();
    }

    final ConfigurableApplicationContext context;
    final TestDatabase database = TestDatabase.fresh();
    private final Map<AccountRole, NewAccount> accounts = new EnumMap<>(AccountRole.class);

    private SampleApp() {
        context = start(database, Application.class, "brightline.demo=true");
        for (AccountRole role : AccountRole.values()) {
            accounts.put(role, accounts().create("a-" + role.text(), role, null, Set.of("MAR", "ORC")));
        }
    }

    static SampleApp running() {
        return Running.APP;
    }

    static ConfigurableApplicationContext start(TestDatabase database, Class<?> application, String... properties) {
        return start(database, keys(), application, properties);
    }

    /** A place for key files. */
    static Path keys() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "keys")), "access");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ConfigurableApplicationContext start(
            TestDatabase database, Path keys, Class<?> application, String... properties) {
        String axon = StreamSupport.stream(
                        ImportCandidates.load(AutoConfiguration.class, null).spliterator(), false)
                .filter(name -> name.startsWith("org.axonframework") || name.startsWith("brightline"))
                .collect(Collectors.joining(","));
        return new SpringApplicationBuilder(application)
                .properties(database.properties())
                .properties(
                        "server.port=0",
                        "spring.flyway.enabled=false",
                        "spring.main.banner-mode=off",
                        "management.endpoints.web.exposure.include=health,prometheus",
                        "management.endpoint.health.probes.enabled=true",
                        "brightline.keys.file=" + keys.resolve("kek"),
                        "spring.autoconfigure.exclude=" + axon)
                .properties(properties)
                .run();
    }

    /** The account of a role, with its password. */
    NewAccount account(AccountRole role) {
        return Objects.requireNonNull(accounts.get(role));
    }

    Accounts accounts() {
        return context.getBean(Accounts.class);
    }

    ApiTokens tokens() {
        return context.getBean(ApiTokens.class);
    }

    /** What earlier tests guessed counts no more: they all come from this machine. */
    SampleApp forgetful() {
        jdbc().sql("delete from access.sign_in_failure").update();
        return this;
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    Client client() {
        return client(context);
    }

    /** A client that comes from 127.0.0.{@code last}. */
    Client clientFrom(int last) {
        return new Client(port(context), "127.0.0." + last);
    }

    static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    static Client client(ConfigurableApplicationContext context) {
        return new Client(port(context));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import({AccessConfiguration.class, AccountsWithoutLog.class, SampleRoutes.class})
    static class Application {
        @Bean
        RouteRules sampleRoutes() {
            return RouteRules.of(
                    RouteRule.signedIn(GET, "/"),
                    RouteRule.signedIn(GET, "/told"),
                    RouteRule.signedIn(GET, "/told/reset"),
                    RouteRule.signedIn(GET, "/pair").with(Proof.AFRESH),
                    RouteRule.allow(POST, "/api/commands/closings", AccountRole.SYSADMIN)
                            .with(Proof.AFRESH),
                    RouteRule.signedIn(GET, OwnProof.PATH),
                    RouteRule.signedIn(POST, OwnProof.PATH),
                    RouteRule.signedIn(GET, OwnSecondFactor.PATH).with(Proof.AFRESH),
                    RouteRule.signedIn(POST, OwnSecondFactor.PATH).with(Proof.AFRESH),
                    RouteRule.allow(GET, "/entry", AccountRole.SRO),
                    RouteRule.allow(POST, "/api/commands/contacts", AccountRole.SRO, AccountRole.SUPERVISOR),
                    RouteRule.signedIn(POST, "/api/commands/person").with(Proof.BY_PERSON),
                    RouteRule.allow(GET, "/api/queries/figures", AccountRole.ANALYST, AccountRole.AUDITOR),
                    RouteRule.signedIn(GET, "/api/queries/me"),
                    RouteRule.signedIn(GET, "/api/queries/cases/{id}"),
                    RouteRule.signedIn(GET, "/api/queries/failing/{how}"));
        }
    }

    @RestController
    static class SampleRoutes {
        enum Kind {
            ROUTINE,
            SAFETY
        }

        record Contact(
                String school,
                Instant at,
                @Nullable Integer age,
                @Nullable BigDecimal share,
                List<Student> students) {}

        record Student(Kind kind, @JsonProperty("present") boolean present) {}

        static final class Refused extends RuntimeException implements RuleRefusal {
            private static final long serialVersionUID = 1L;

            Refused() {
                super(SECRET);
            }

            @Override
            public String code() {
                return "one-arrest-per-interaction";
            }

            @Override
            public String source() {
                return "Agreement 4 (b)";
            }

            @Override
            public String action() {
                return "Correct the first arrest.";
            }
        }

        private final DataSource dataSource;
        private final OwnSecondFactor factor;
        private final HalfSignedIn halves;
        private final OwnProof proof;

        SampleRoutes(DataSource dataSource, OwnSecondFactor factor, HalfSignedIn halves, OwnProof proof) {
            this.proof = proof;
            this.dataSource = dataSource;
            this.factor = factor;
            this.halves = halves;
        }

        @GetMapping("/sign-in")
        String signIn(CsrfToken csrf) {
            return "csrf=" + csrf.getToken();
        }

        @GetMapping("/")
        String start(CsrfToken csrf) {
            return "csrf=" + csrf.getToken();
        }

        @GetMapping("/told")
        String told(HttpServletRequest request) {
            WrongSignIns wrong = WrongSignIns.toTell(request);
            return wrong == null ? "nothing" : wrong.tries() + (wrong.elsewhere() ? " elsewhere" : " here");
        }

        @GetMapping("/told/reset")
        String toldOfReset(HttpServletRequest request) {
            CredentialResets resets = CredentialResets.toTell(request);
            return resets == null ? "nothing" : resets.resets().toString();
        }

        @GetMapping("/sign-in/code")
        String code(HttpServletRequest request) {
            return halves.isBegun(request) ? "code" : "begin";
        }

        @GetMapping(OwnSecondFactor.PATH)
        String secondFactor(HttpServletRequest request, CurrentActor actor, CsrfToken csrf) {
            return "csrf=" + csrf.getToken() + " <code class=\"bl-secret\">"
                    + factor.offer(request, actor).secret() + "<";
        }

        @PostMapping(OwnSecondFactor.PATH)
        String enrol(
                HttpServletRequest request,
                HttpServletResponse response,
                CurrentActor actor,
                @RequestParam String code) {
            return factor.enrol(request, response, actor, code) == null ? "wrong" : "enrolled";
        }

        @GetMapping("/pair")
        String pair() {
            return "two students";
        }

        @PostMapping("/api/commands/closings")
        String close() {
            return "closed";
        }

        @GetMapping(OwnProof.PATH)
        String confirm(CsrfToken csrf) {
            return "csrf=" + csrf.getToken();
        }

        @PostMapping(OwnProof.PATH)
        String confirmed(
                HttpServletRequest request,
                HttpServletResponse response,
                CurrentActor actor,
                @RequestParam String proof) {
            return String.valueOf(this.proof.show(request, response, actor, proof));
        }

        @GetMapping("/entry")
        String entry() {
            return "entry";
        }

        @PostMapping("/api/commands/contacts")
        Map<String, Integer> record(
                @RequestHeader("Idempotency-Key") String key, @RequestBody Contact contact, CurrentActor actor) {
            return Map.of("students", contact.students().size());
        }

        @GetMapping("/api/queries/figures")
        Map<String, Integer> figures(@RequestParam(required = false) @Nullable Integer limit) {
            return Map.of("limit", limit == null ? 0 : limit);
        }

        @GetMapping("/api/queries/me")
        CurrentActor me(CurrentActor actor) {
            return actor;
        }

        @GetMapping("/api/queries/cases/{id}")
        String someCase(@PathVariable UUID id) {
            return id.toString();
        }

        @GetMapping("/api/queries/failing/{how}")
        String failing(@PathVariable String how) throws Exception {
            switch (how) {
                case "refused" -> throw new Refused();
                case "wrapped" -> throw new IllegalStateException(SECRET, new Refused());
                case "bug" -> throw new IllegalStateException(SECRET);
                case "database" -> {
                    try (var connection = DataSourceUtils.getConnection(dataSource);
                            var statement = connection.createStatement()) {
                        statement.execute("set statement_timeout = 1; select pg_sleep(1), '" + SECRET + "'");
                    }
                }
                default -> throw new IllegalArgumentException(SECRET);
            }
            return "";
        }
    }
}
