package brightline.standalone;

import brightline.edge.clock.Regularly;
import brightline.events.code.CodeLists;
import brightline.standalone.postgres.CannotStart;
import brightline.standalone.postgres.DataDirectory;
import brightline.standalone.postgres.EmbeddedDatabase;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Starts Brightline in one process: data directory, database, both sides, one port. Ends with exit code 0 when stopped from outside
 * before anything was wrong, {@value #CANNOT_START} with one line when it cannot start, 2 for a command line that makes no sense.
 */
@Command(name = "ops/run", description = "Starts Brightline in one process.")
public final class Brightline implements Callable<Integer> {
    static final int CANNOT_START = 1;

    private static final String FIRST_START = "firstStart";
    private static final String MAIL_PASSWORD = "SPRING_MAIL_PASSWORD";
    private static final String LOOPBACK = "127.0.0.1";
    private static final String EVERYWHERE = "0.0.0.0";

    @Spec
    private @Nullable CommandSpec line;

    @Mixin
    private final Options options = new Options();

    private final Map<String, String> environment;
    private @Nullable DataDirectory directory;
    private @Nullable Database database;
    private @Nullable ConfigurableApplicationContext application;
    private @Nullable ServedCertificate certificate;
    private boolean stopping;

    private Brightline(Map<String, String> environment) {
        this.environment = environment;
    }

    public static void main(String[] arguments) {
        int code = Programs.run(new Brightline(System.getenv()), arguments);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Returns when it serves; it then goes on until it is told to end. */
    @Override
    public Integer call() {
        if ((options.certificate == null) != (options.key == null) || (options.key != null && !options.tls)) {
            throw new ParameterException(
                    Objects.requireNonNull(line).commandLine(), "--certificate and --key go together, and with --tls");
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            start();
            return 0;
        } catch (CannotStart e) {
            return giveUp(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return giveUp(explained(e));
        }
    }

    private void start() {
        certificate = GivenCertificate.named(options, environment);
        DataDirectory opened = openDirectory();
        readCodeLists(opened);
        requireFreePort();
        Database opening = openDatabase(opened);
        Stores.logins(opened).prepare(opening);
        var firstStart = new FirstStart(opened, options.demo);
        Progress.say("Starting both sides and bringing the database up to date ...");
        ConfigurableApplicationContext context =
                application(opened, opening, firstStart).run();
        if (!took(context)) {
            return;
        }
        Stores.logins(opened).started(opening);
        int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        URI address = URI.create("%s://localhost:%d/".formatted(options.tls ? "https" : "http", port));
        firstStart.afterApplication(context, address, client());
        Progress.say("Brightline is ready: " + address);
    }

    /** A client that trusts the certificate served here and no other where there is one. */
    private HttpClient client() {
        ServedCertificate served = certificate;
        return served == null
                ? HttpClient.newHttpClient()
                : HttpClient.newBuilder().sslContext(served.trusted()).build();
    }

    private synchronized DataDirectory openDirectory() {
        DataDirectory opened = DataDirectory.open(options.data);
        directory = opened;
        return opened;
    }

    /** Held against {@link #stop}: a server is either not started at all, or started and then stopped. */
    private synchronized Database openDatabase(DataDirectory opened) {
        Database opening;
        if (Database.isNamedBy(environment)) {
            Progress.say("Using the PostgreSQL that BRIGHTLINE_DB_URL names; other data in " + opened.path());
            opening = Database.namedBy(environment);
        } else {
            Progress.say("Starting the database in " + opened.resolve("postgres") + " ...");
            EmbeddedDatabase embedded = EmbeddedDatabase.start(opened);
            if (!embedded.keysOutOfReach()) {
                Progress.say(
                        "A superuser of this database can read the key files: this system lets nothing be hidden from it");
            }
            opening = Database.embedded(embedded);
        }
        database = opening;
        return opening;
    }

    private synchronized boolean took(ConfigurableApplicationContext context) {
        application = context;
        return !stopping;
    }

    /** Stops what has been started, in reverse. Runs once, when the process is told to end. */
    private synchronized void stop() {
        stopping = true;
        if (application != null) {
            Progress.say("Stopping: finishing what has been accepted ...");
            application.close();
        }
        if (database != null && database.embedded() != null) {
            Progress.say("Stopping the database ...");
            database.embedded().close();
        }
        if (directory != null) {
            directory.close();
        }
    }

    private synchronized int giveUp(String line) {
        if (stopping) {
            return 0;
        }
        Progress.complain("Brightline cannot start: " + line);
        return CANNOT_START;
    }

    private String explained(RuntimeException failure) {
        Throwable root = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PortInUseException) {
                return portTaken();
            }
            root = cause;
        }
        String message = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        String log = directory == null ? "" : " (more in " + directory.resolve("logs/brightline.log") + ")";
        return root.getClass().getSimpleName() + ": " + message + log;
    }

    private SpringApplication application(DataDirectory opened, Database opening, FirstStart firstStart) {
        var application = new SpringApplication(StandaloneApplication.class);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(Map.of("server.address", defaultAddress()));
        Map<String, Object> decided = decided(opened, opening);
        decided.put("brightline.simulation", firstStart.simulates());
        if (firstStart.simulates()) {
            // A simulated day takes a tenth of a second.
            decided.put("brightline.deadlines.look-every", "100ms");
        }
        decided.put("management.endpoint.health.group.readiness.include", "readinessState," + FIRST_START);
        HealthIndicator filled = firstStart::health;
        application.addInitializers(context -> {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("start", decided));
            context.getBeanFactory().registerSingleton(FIRST_START, filled);
            if (certificate != null) {
                context.getBeanFactory()
                        .registerSingleton("certificate", looking(context.getEnvironment(), certificate));
            }
        });
        // The framework would otherwise advertise a product on the console.
        System.setProperty("disable-axoniq-console-message", "true");
        // The logging system is set up before initializers run.
        System.setProperty(
                "logging.file.name",
                opened.privateFolder("logs").resolve("brightline.log").toString());
        return application;
    }

    private static Regularly looking(Environment settings, ServedCertificate served) {
        Duration pause = settings.getProperty("brightline.tls.look-every", Duration.class, Duration.ofDays(1));
        return new Regularly("certificate", pause, SmartLifecycle.DEFAULT_PHASE, served::look);
    }

    /** What this start has decided; nothing in the environment may contradict it. */
    private Map<String, Object> decided(DataDirectory opened, Database opening) {
        Map<String, Object> decided = new HashMap<>(Stores.properties(opened, opening));
        decided.put("server.port", options.port);
        decided.put("brightline.demo", options.demo);
        decided.put("brightline.hosts", String.join(",", hosts()));
        // Uploads wait on the disk while they are read: not in a folder that others see, nor where a killed process
        // leaves them.
        decided.put("server.tomcat.basedir", opened.privateFolder("web").toString());
        String mail = Secrets.named(MAIL_PASSWORD, environment);
        if (mail != null) {
            decided.put("spring.mail.password", mail);
        }
        if (options.tls) {
            ServedCertificate served =
                    certificate == null ? OwnCertificate.in(opened, hosts(), Clock.systemUTC()) : certificate;
            certificate = served;
            Progress.say("Certificate (%s), SHA-256 %s".formatted(served.origin(), served.fingerprint()));
            decided.put("brightline.tls", true);
            decided.put("server.ssl.enabled", true);
            decided.put("server.ssl.bundle", ServedCertificate.BUNDLE);
            decided.putAll(served.bundle());
        }
        return decided;
    }

    /** What the command line and the environment name, together. */
    private Set<String> hosts() {
        Set<String> hosts = new LinkedHashSet<>(options.hosts);
        hosts.addAll(List.of(StringUtils.tokenizeToStringArray(environment.getOrDefault("BRIGHTLINE_HOSTS", ""), ",")));
        return hosts;
    }

    /** Records of children do not cross a network in clear text unless somebody says so with SERVER_ADDRESS. */
    private String defaultAddress() {
        return options.tls ? EVERYWHERE : LOOPBACK;
    }

    /** An installation's own later editions stand in its data directory. */
    private static void readCodeLists(DataDirectory opened) {
        Path editions = opened.resolve("code-lists");
        if (Files.isDirectory(editions)) {
            System.setProperty(CodeLists.EDITIONS, editions.toString());
            try {
                CodeLists.standard();
            } catch (ExceptionInInitializerError e) {
                throw new CannotStart(String.valueOf(e.getException().getMessage()), e);
            }
        }
    }

    private void requireFreePort() {
        if (options.port == 0) {
            return;
        }
        String address = environment.getOrDefault("SERVER_ADDRESS", defaultAddress());
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, options.port));
        } catch (IOException e) {
            throw new CannotStart(portTaken(), e);
        }
    }

    private String portTaken() {
        return "port %d is taken by another program: choose another with --port".formatted(options.port);
    }
}
