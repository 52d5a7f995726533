package brightline.standalone;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** Certificates made for a test, and what a server shows to who connects. */
final class Certificates {
    private Certificates() {}

    /** A certificate and its key, each in a PEM file. */
    record Pair(Path certificate, Path key, X509Certificate content) {
        /** Puts these files in the place of others. */
        void over(Pair other) throws IOException {
            Files.move(key, other.key(), StandardCopyOption.REPLACE_EXISTING);
            Files.move(certificate, other.certificate(), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** @param validity options of keytool that say from when on and how long */
    static Pair pair(Path folder, String name, String... validity) throws Exception {
        Path store = folder.resolve(name + ".p12");
        keyStore(store, "changeit", validity);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        X509Certificate content = (X509Certificate) keys.getCertificate("brightline");
        return new Pair(
                pem(folder.resolve(name + ".crt"), "CERTIFICATE", content.getEncoded()),
                pem(
                        folder.resolve(name + ".key"),
                        "PRIVATE " + "KEY",
                        keys.getKey("brightline", "changeit".toCharArray()).getEncoded()),
                content);
    }

    /** A new PKCS #12 file with a key and its certificate. */
    static void keyStore(Path file, String password, String... validity) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "brightline",
                "-keyalg",
                "EC",
                "-dname",
                "CN=brightline.example.org",
                "-ext",
                "SAN=dns:brightline.example.org",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                password));
        command.addAll(List.of(validity));
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
            throw new IOException("keytool failed");
        }
    }

    /** What the server shows to who connects now. */
    static X509Certificate shownAt(int port) throws IOException, GeneralSecurityException {
        SSLContext any = SSLContext.getInstance("TLS");
        any.init(null, new TrustManager[] {new Anybody()}, new SecureRandom());
        try (SSLSocket socket = (SSLSocket) any.getSocketFactory().createSocket("127.0.0.1", port)) {
            socket.startHandshake();
            Certificate[] chain = socket.getSession().getPeerCertificates();
            return (X509Certificate) chain[0];
        }
    }

    private static Path pem(Path file, String kind, byte[] content) throws IOException {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return Files.writeString(file, "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(kind, lines, kind));
    }

    /** Who only looks at what is shown trusts everybody. */
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
