package brightline.standalone;

import brightline.standalone.postgres.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.ssl.PemSslBundleProperties;
import org.springframework.boot.autoconfigure.ssl.PropertiesSslBundle;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * A certificate that somebody else issued and renews: whoever does puts new files in the place of the old ones, and they are served
 * from then on. Files that do not belong together are not taken: the ones before go on being served.
 *
 * @param file PEM: the certificate, then those that lead to its issuer
 * @param key PEM, not encrypted
 */
record GivenCertificate(Path file, Path key, Clock clock) implements ServedCertificate {
    private static final String FILE_NAME = "BRIGHTLINE_TLS_CERTIFICATE";
    private static final String KEY_NAME = "BRIGHTLINE_TLS_KEY";
    private static final Duration WARN_BEFORE_END = Duration.ofDays(14);
    private static final Logger LOG = LoggerFactory.getLogger(GivenCertificate.class);

    /**
     * What the command line names, or else the environment.
     *
     * @return null when none is given
     * @throws CannotStart when it cannot be served
     */
    static @Nullable GivenCertificate named(Options options, Map<String, String> environment) {
        if (options.certificate != null && options.key != null) {
            return checked(options.certificate, options.key);
        }
        String file = environment.getOrDefault(FILE_NAME, "");
        String key = environment.getOrDefault(KEY_NAME, "");
        if (file.isBlank() && key.isBlank()) {
            return null;
        }
        if (file.isBlank() || key.isBlank()) {
            throw new CannotStart((file.isBlank() ? FILE_NAME : KEY_NAME) + " is missing: a certificate needs its key");
        }
        if (!options.tls) {
            throw new CannotStart(FILE_NAME + " is set, but https is not served: add --tls");
        }
        return checked(Path.of(file), Path.of(key));
    }

    private static GivenCertificate checked(Path file, Path key) {
        var given = new GivenCertificate(file.toAbsolutePath(), key.toAbsolutePath(), Clock.systemUTC());
        given.check();
        return given;
    }

    /** @throws CannotStart when it cannot be served: a file is missing or no PEM, they do not match, its time is over or to come */
    void check() {
        X509Certificate first = first(file);
        readKey();
        try {
            PropertiesSslBundle.get(properties());
        } catch (IllegalStateException e) {
            throw new CannotStart("the key in %s is not that of the certificate in %s".formatted(key, file), e);
        }
        Instant now = clock.instant();
        if (now.isAfter(end(first))) {
            throw new CannotStart("the certificate in %s expired at %s".formatted(file, end(first)));
        }
        if (now.isBefore(first.getNotBefore().toInstant())) {
            throw new CannotStart("the certificate in %s is not valid before %s"
                    .formatted(file, first.getNotBefore().toInstant()));
        }
    }

    @Override
    public Map<String, Object> bundle() {
        String prefix = "spring.ssl.bundle.pem." + BUNDLE + ".";
        return Map.of(
                prefix + "reload-on-update",
                true,
                prefix + "keystore.certificate",
                file.toUri().toString(),
                prefix + "keystore.private-key",
                key.toUri().toString(),
                prefix + "keystore.verify-keys",
                true);
    }

    /** The bundle's key store as {@link #bundle} describes it. */
    private PemSslBundleProperties properties() {
        var properties = new PemSslBundleProperties();
        properties.getKeystore().setCertificate(file.toUri().toString());
        properties.getKeystore().setPrivateKey(key.toUri().toString());
        properties.getKeystore().setVerifyKeys(true);
        return properties;
    }

    @Override
    public X509Certificate current() {
        return first(file);
    }

    @Override
    public String origin() {
        return "given";
    }

    /** Nobody here can renew it: the log says in time that somebody must. */
    @Override
    public void look() {
        Instant end = end(current());
        if (end.isBefore(clock.instant().plus(WARN_BEFORE_END))) {
            LOG.atWarn()
                    .addKeyValue("event", "certificate.ends")
                    .addKeyValue("end", end)
                    .log("The given certificate must be renewed");
        }
    }

    private static X509Certificate first(Path file) {
        try {
            List<X509Certificate> certificates =
                    PemContent.load(readable(file, "certificate")).getCertificates();
            if (!certificates.isEmpty()) {
                return certificates.getFirst();
            }
            throw new CannotStart("%s holds no certificate (PEM)".formatted(file));
        } catch (IOException | IllegalStateException e) {
            throw new CannotStart("%s holds no certificate (PEM) that can be read".formatted(file), e);
        }
    }

    private void readKey() {
        try {
            if (PemContent.load(readable(key, "key")).getPrivateKey() == null) {
                throw new CannotStart("%s holds no private key (PEM)".formatted(key));
            }
        } catch (IOException | IllegalStateException e) {
            throw new CannotStart("%s holds no private key (PEM, not encrypted) that can be read".formatted(key), e);
        }
    }

    private static Path readable(Path file, String what) {
        if (!Files.isRegularFile(file)) {
            throw new CannotStart("the file of the %s is missing: %s".formatted(what, file));
        }
        if (!Files.isReadable(file)) {
            throw new CannotStart("the file of the %s cannot be read: %s".formatted(what, file));
        }
        return file;
    }

    private static Instant end(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant();
    }
}
