package brightline.standalone;

import brightline.standalone.postgres.CannotStart;
import brightline.standalone.postgres.DataDirectory;
import brightline.standalone.postgres.PrivateFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The self-signed certificate of an installation that serves https by itself. Browsers warn of it once; its fingerprint, printed at
 * every start, lets a person compare. Renewed in time, at a start and while it is served.
 *
 * @param folder holds the key store, PKCS #12, and its password; mode 0600 both
 * @param hosts names and addresses by which browsers reach it, beside this machine's own
 */
record OwnCertificate(Path folder, Set<String> hosts, Clock clock) implements ServedCertificate {
    private static final String ALIAS = "brightline";
    private static final Duration RENEW_BEFORE_END = Duration.ofDays(14);
    private static final int VALID_DAYS = 397;
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");
    private static final Logger LOG = LoggerFactory.getLogger(OwnCertificate.class);

    /**
     * The certificate kept in {@code DIR/tls}, made when there is none, its time is nearly over, or it lacks a name.
     *
     * @throws CannotStart when it cannot be made or read
     */
    static OwnCertificate in(DataDirectory directory, Set<String> hosts, Clock clock) {
        var own = new OwnCertificate(directory.privateFolder("tls"), hosts, clock);
        own.look();
        return own;
    }

    /** Makes a new one where the one kept will not do. Its password stays: whoever serves it knows no other. */
    @Override
    public void look() {
        try {
            Set<Name> names = names(hosts);
            if (Files.exists(keyStore()) && Files.exists(passwordFile())) {
                if (serves(names)) {
                    return;
                }
            } else {
                PrivateFile.write(passwordFile(), PrivateFile.newPassword());
            }
            generate(names);
            LOG.atInfo()
                    .addKeyValue("event", "certificate.made")
                    .addKeyValue("sha256", fingerprint())
                    .log("A certificate of its own was made");
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    @Override
    public Map<String, Object> bundle() {
        String prefix = "spring.ssl.bundle.jks." + BUNDLE + ".";
        return Map.of(
                prefix + "reload-on-update",
                true,
                prefix + "key.alias",
                ALIAS,
                prefix + "keystore.location",
                keyStore().toUri().toString(),
                prefix + "keystore.type",
                "PKCS12",
                prefix + "keystore.password",
                PrivateFile.read(passwordFile()));
    }

    @Override
    public X509Certificate current() {
        try {
            return certificate();
        } catch (IOException | GeneralSecurityException e) {
            throw unusable(e);
        }
    }

    @Override
    public String origin() {
        return "self-signed";
    }

    private CannotStart unusable(Exception e) {
        return new CannotStart(
                "the certificate in %s cannot be used: remove the folder to get a new one".formatted(folder), e);
    }

    private Path keyStore() {
        return folder.resolve("brightline.p12");
    }

    private Path passwordFile() {
        return folder.resolve("password.txt");
    }

    /** A name a certificate is for. @param kind as keytool calls it */
    private record Name(String kind, String value) {
        static Name of(String host) {
            try {
                String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
                return new Name("ip", InetAddress.ofLiteral(bare).getHostAddress());
            } catch (IllegalArgumentException _) {
                return new Name("dns", host.toLowerCase(Locale.ROOT));
            }
        }

        @Override
        public String toString() {
            return kind + ":" + value;
        }
    }

    private static Set<Name> names(Set<String> hosts) {
        return Stream.of(Stream.of("localhost", "127.0.0.1", "::1"), ownName().stream(), hosts.stream())
                .flatMap(Function.identity())
                .map(Name::of)
                .filter(name -> name.kind().equals("ip")
                        || HOST_NAME.matcher(name.value()).matches())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private boolean serves(Set<Name> names) throws IOException, GeneralSecurityException {
        X509Certificate kept = certificate();
        Set<Name> held = kept.getSubjectAlternativeNames().stream()
                .map(name -> Name.of(String.valueOf(name.getLast())))
                .collect(Collectors.toSet());
        return held.containsAll(names)
                && kept.getNotAfter().toInstant().isAfter(clock.instant().plus(RENEW_BEFORE_END));
    }

    private X509Certificate certificate() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore())) {
            keys.load(in, PrivateFile.read(passwordFile()).toCharArray());
        }
        if (keys.getCertificate(ALIAS) instanceof X509Certificate certificate) {
            return certificate;
        }
        throw new GeneralSecurityException("no certificate named " + ALIAS);
    }

    private void generate(Set<Name> names) throws IOException {
        Path making = folder.resolve("making.p12");
        Files.deleteIfExists(making);
        Process keytool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=Brightline",
                        "-ext",
                        "SAN=" + names.stream().map(Name::toString).collect(Collectors.joining(",")),
                        "-validity",
                        Integer.toString(VALID_DAYS),
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        making.toString(),
                        "-storepass:file",
                        passwordFile().toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (keytool.waitFor() != 0) {
                throw new IOException("keytool ended with " + keytool.exitValue());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        Files.setPosixFilePermissions(making, PosixFilePermissions.fromString("rw-------"));
        Files.move(making, keyStore(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Optional<String> ownName() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException nameless) {
            return Optional.empty();
        }
    }
}
