package brightline.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.standalone.postgres.CannotStart;
import brightline.standalone.postgres.DataDirectory;
import brightline.standalone.postgres.PrivateFile;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;

/** Served by a real server with the program's own settings, and looked at over a real connection. */
class ServedCertificateTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    @Test
    void a_given_certificate_that_is_replaced_is_served_without_a_restart() throws Exception {
        Certificates.Pair first = Certificates.pair(folder, "first");
        try (ConfigurableApplicationContext server = server(given(first))) {
            assertThat(serialShown(server)).isEqualTo(first.content().getSerialNumber());
            Certificates.Pair second = Certificates.pair(folder, "second");
            second.over(first);
            awaitShown(server, second.content().getSerialNumber());
        }
    }

    @Test
    void a_given_certificate_that_is_replaced_by_files_of_two_pairs_goes_on_being_served_until_both_match()
            throws Exception {
        Certificates.Pair first = Certificates.pair(folder, "first");
        try (ConfigurableApplicationContext server = server(given(first))) {
            Certificates.Pair second = Certificates.pair(folder, "second");
            Files.copy(second.certificate(), first.certificate(), StandardCopyOption.REPLACE_EXISTING);
            Thread.sleep(1000);
            assertThat(serialShown(server)).isEqualTo(first.content().getSerialNumber());
            Files.copy(second.key(), first.key(), StandardCopyOption.REPLACE_EXISTING);
            awaitShown(server, second.content().getSerialNumber());
        }
    }

    @Test
    void an_own_certificate_is_renewed_while_it_is_served_before_it_ends() throws Exception {
        var clock = new Moving(Instant.now());
        try (DataDirectory directory = DataDirectory.open(folder.resolve("data"))) {
            OwnCertificate own = OwnCertificate.in(directory, Set.of(), clock);
            try (ConfigurableApplicationContext server = server(own)) {
                BigInteger first = serialShown(server);
                clock.now = clock.now.plus(Duration.ofDays(380));
                own.look();
                assertThat(own.current().getSerialNumber()).isEqualTo(first);
                clock.now = clock.now.plus(Duration.ofDays(5));
                own.look();
                assertThat(own.current().getSerialNumber()).isNotEqualTo(first);
                awaitShown(server, own.current().getSerialNumber());
            }
        }
    }

    @Test
    void an_own_certificate_that_ends_soon_is_renewed_at_the_start() throws Exception {
        try (DataDirectory directory = DataDirectory.open(folder.resolve("data"))) {
            Path tls = directory.privateFolder("tls");
            PrivateFile.write(tls.resolve("password.txt"), PrivateFile.newPassword());
            Certificates.keyStore(
                    tls.resolve("brightline.p12"),
                    PrivateFile.read(tls.resolve("password.txt")),
                    "-validity",
                    "13",
                    "-ext",
                    "SAN=dns:localhost");
            var planted = new OwnCertificate(tls, Set.of(), Clock.systemUTC()).current();
            OwnCertificate own = OwnCertificate.in(directory, Set.of(), Clock.systemUTC());
            assertThat(own.current().getSerialNumber()).isNotEqualTo(planted.getSerialNumber());
            assertThat(own.current().getNotAfter().toInstant())
                    .isAfter(Instant.now().plus(Duration.ofDays(390)));
        }
    }

    @Test
    void who_asks_this_server_trusts_its_certificate_by_any_name_and_no_other() throws Exception {
        Certificates.Pair first = Certificates.pair(folder, "first");
        try (ConfigurableApplicationContext server = server(given(first))) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port(server) + "/"))
                    .build();
            try (HttpClient client =
                    HttpClient.newBuilder().sslContext(given(first).trusted()).build()) {
                assertThat(client.send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                        .isEqualTo(404);
            }
            try (HttpClient client = HttpClient.newBuilder()
                    .sslContext(given(Certificates.pair(folder, "other")).trusted())
                    .build()) {
                assertThatThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.discarding()))
                        .isInstanceOf(SSLHandshakeException.class);
            }
        }
    }

    @Test
    void files_that_cannot_be_served_are_refused_in_one_line() throws Exception {
        Certificates.Pair good = Certificates.pair(folder, "good");
        Certificates.Pair other = Certificates.pair(folder, "other");
        Certificates.Pair over = Certificates.pair(folder, "over", "-startdate", "-10d", "-validity", "9");
        Certificates.Pair toCome = Certificates.pair(folder, "to-come", "-startdate", "+2d");
        Path missing = folder.resolve("missing");
        Path text = Files.writeString(folder.resolve("text"), "no PEM");
        assertRefused(missing, good.key(), "the file of the certificate is missing: " + missing);
        assertRefused(good.certificate(), missing, "the file of the key is missing: " + missing);
        assertRefused(folder, good.key(), "the file of the certificate is missing: " + folder);
        assertRefused(text, good.key(), text + " holds no certificate (PEM)");
        assertRefused(good.certificate(), text, text + " holds no private key (PEM");
        assertRefused(good.certificate(), other.key(), "the key in " + other.key() + " is not that of the certificate");
        assertRefused(over.certificate(), over.key(), "the certificate in " + over.certificate() + " expired at ");
        assertRefused(
                toCome.certificate(),
                toCome.key(),
                "the certificate in " + toCome.certificate() + " is not valid before ");
        given(good).check();
    }

    @Test
    void the_environment_names_the_files_where_the_command_line_does_not() throws Exception {
        Certificates.Pair good = Certificates.pair(folder, "good");
        var both = Map.of(
                "BRIGHTLINE_TLS_CERTIFICATE", good.certificate().toString(),
                "BRIGHTLINE_TLS_KEY", good.key().toString());
        var tls = new Options();
        tls.tls = true;
        GivenCertificate named = GivenCertificate.named(tls, both);
        assertThat(named).isNotNull();
        assertThat(named.current()).isEqualTo(good.content());
        assertThat(GivenCertificate.named(tls, Map.of())).isNull();
        assertThatThrownBy(() -> GivenCertificate.named(new Options(), both))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("add --tls");
        for (String one : both.keySet()) {
            var lacking = new HashMap<>(both);
            lacking.remove(one);
            assertThatThrownBy(() -> GivenCertificate.named(tls, lacking)).hasMessageStartingWith(one + " is missing");
        }
    }

    private static void assertRefused(Path certificate, Path key, String start) {
        assertThatThrownBy(() -> new GivenCertificate(certificate, key, Clock.systemUTC()).check())
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith(start);
    }

    private static GivenCertificate given(Certificates.Pair pair) {
        return new GivenCertificate(pair.certificate(), pair.key(), Clock.systemUTC());
    }

    private static ConfigurableApplicationContext server(ServedCertificate served) {
        Map<String, Object> settings = new HashMap<>(served.bundle());
        settings.put("server.port", 0);
        settings.put("server.ssl.bundle", ServedCertificate.BUNDLE);
        settings.put("spring.ssl.bundle.watch.file.quiet-period", "100ms");
        return new SpringApplicationBuilder(Bare.class)
                .properties(settings)
                .properties("spring.config.location=optional:classpath:none/")
                .run();
    }

    private static int port(ConfigurableApplicationContext server) {
        return server.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static BigInteger serialShown(ConfigurableApplicationContext server) throws Exception {
        return Certificates.shownAt(port(server)).getSerialNumber();
    }

    private static void awaitShown(ConfigurableApplicationContext server, BigInteger serial) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!serialShown(server).equals(serial) && Instant.now().isBefore(end)) {
            Thread.sleep(100);
        }
        assertThat(serialShown(server)).isEqualTo(serial);
    }

    /** Nothing but a server. */
    @ImportAutoConfiguration({SslAutoConfiguration.class, TomcatServletWebServerAutoConfiguration.class})
    static class Bare {}

    private static final class Moving extends Clock {
        private Instant now;

        Moving(Instant now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
