package brightline.standalone;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/** What this installation shows to browsers when it serves https by itself. Its files may change while it runs. */
sealed interface ServedCertificate permits OwnCertificate, GivenCertificate {
    /** Of the SSL bundle that the server uses, and that is loaded again when its files change. */
    String BUNDLE = "brightline";

    /** The properties of the bundle. */
    Map<String, Object> bundle();

    /** As its file holds it now. */
    X509Certificate current();

    /** Where it comes from, in a word. */
    String origin();

    /** To be done once a day: renews what can be renewed, and says what somebody else must renew. */
    void look();

    /** SHA-256, in the form browsers show. */
    default String fingerprint() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(current().getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Trusts this certificate and no other, by whatever name the server is called. */
    default SSLContext trusted() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new OnlyThis(this)}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares certificates. Names need no look: a server that holds the key of this one is this server. */
    final class OnlyThis extends X509ExtendedTrustManager {
        private final ServedCertificate served;

        private OnlyThis(ServedCertificate served) {
            this.served = served;
        }

        private void check(X509Certificate... chain) throws CertificateException {
            if (!chain[0].equals(served.current())) {
                throw new CertificateException("another certificate than the one served here");
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
            check(chain);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
