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
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The self-signed certificate of an installation that serves https by itself. Browsers warn of it once; its fingerprint, printed at
 * every start, lets a person compare.
 *
 * @param keyStore PKCS #12, mode 0600
 * @param fingerprint SHA-256 of the certificate, in the form browsers show
 */
record TlsCertificate(Path keyStore, String password, String fingerprint) {
    static final String ALIAS = "brightline";

    private static final Duration RENEW_BEFORE_END = Duration.ofDays(14);
    private static final int VALID_DAYS = 397;
    private static final Pattern HOST_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");

    /**
     * The certificate kept in {@code DIR/tls}, made when there is none, its time is nearly over, or it lacks a name.
     *
     * @param hosts names and addresses by which browsers reach it, beside this machine's own
     * @throws CannotStart when it cannot be made or read
     */
    static TlsCertificate in(DataDirectory directory, Set<String> hosts) {
        Path folder = directory.privateFolder("tls");
        Path keyStore = folder.resolve("brightline.p12");
        Path passwordFile = folder.resolve("password.txt");
        try {
            Set<Name> names = names(hosts);
            if (!Files.exists(keyStore) || !Files.exists(passwordFile) || !serves(keyStore, passwordFile, names)) {
                Files.deleteIfExists(keyStore);
                PrivateFile.write(passwordFile, PrivateFile.newPassword());
                generate(keyStore, passwordFile, names);
            }
            byte[] encoded = certificate(keyStore, passwordFile).getEncoded();
            String fingerprint = HexFormat.ofDelimiter(":")
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(encoded));
            return new TlsCertificate(keyStore, PrivateFile.read(passwordFile), fingerprint);
        } catch (IOException | GeneralSecurityException e) {
            throw new CannotStart(
                    "the certificate in %s cannot be used: remove the folder to get a new one".formatted(folder), e);
        }
    }

    /** Trusts this certificate and no other. */
    SSLContext trusted() {
        try (InputStream in = Files.newInputStream(keyStore)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(ALIAS, keys.getCertificate(ALIAS));
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new CannotStart("the certificate " + keyStore + " cannot be read", e);
        }
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

    private static boolean serves(Path keyStore, Path passwordFile, Set<Name> names)
            throws IOException, GeneralSecurityException {
        X509Certificate kept = certificate(keyStore, passwordFile);
        Set<Name> held = kept.getSubjectAlternativeNames().stream()
                .map(name -> Name.of(String.valueOf(name.getLast())))
                .collect(Collectors.toSet());
        return held.containsAll(names)
                && kept.getNotAfter().toInstant().isAfter(Instant.now().plus(RENEW_BEFORE_END));
    }

    private static X509Certificate certificate(Path keyStore, Path passwordFile)
            throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keyStore)) {
            keys.load(in, PrivateFile.read(passwordFile).toCharArray());
        }
        if (keys.getCertificate(ALIAS) instanceof X509Certificate certificate) {
            return certificate;
        }
        throw new GeneralSecurityException("no certificate named " + ALIAS);
    }

    private static void generate(Path keyStore, Path passwordFile, Set<Name> names) throws IOException {
        Path making = keyStore.resolveSibling("making.p12");
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
                        passwordFile.toString()))
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
        Files.move(making, keyStore);
    }

    private static Optional<String> ownName() {
        try {
            return Optional.of(InetAddress.getLocalHost().getHostName());
        } catch (UnknownHostException nameless) {
            return Optional.empty();
        }
    }
}
