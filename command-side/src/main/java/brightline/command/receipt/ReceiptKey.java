package brightline.command.receipt;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import brightline.edge.keys.KeyFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The key that signs receipts: ECDSA on P-256, for which Java has fast arithmetic; an Ed25519 signature takes it three times as
 * long. Comes from a file outside the database: the private key, then the public one.
 */
final class ReceiptKey {
    private static final String ALGORITHM = "EC";
    private static final String CURVE = "secp256r1";
    /** As JSON Web Signatures want it: r and s, 32 bytes each (RFC 7518). */
    private static final String SIGNATURE = "SHA256withECDSAinP1363Format";

    /** An X.509 SubjectPublicKeyInfo on this curve, which ends with x and y of the point (RFC 5480). */
    private static final int PUBLIC_ENCODED = 91;

    private static final int COORDINATE = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey privateKey;
    private final PublicKey publicKey;
    private final String id;
    private final String header;

    private ReceiptKey(byte[] both) throws GeneralSecurityException {
        int split = both.length - PUBLIC_ENCODED;
        KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
        privateKey = factory.generatePrivate(new PKCS8EncodedKeySpec(Arrays.copyOf(both, split)));
        publicKey = factory.generatePublic(new X509EncodedKeySpec(Arrays.copyOfRange(both, split, both.length)));
        id = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(publicKey.getEncoded()), 0, 8);
        header = encode("{\"alg\":\"ES256\",\"kid\":\"" + id + "\"}");
    }

    /** @throws IllegalStateException if others may touch the file or it does not hold a key */
    static ReceiptKey inFile(Path file) {
        try {
            return new ReceiptKey(KeyFile.readOrCreate(file, ReceiptKey::fresh));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("The key file " + file + " does not hold a P-256 key", e);
        }
    }

    private static byte[] fresh() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(new ECGenParameterSpec(CURVE));
            KeyPair pair = generator.generateKeyPair();
            byte[] secret = pair.getPrivate().getEncoded();
            byte[] open = pair.getPublic().getEncoded();
            return ByteBuffer.allocate(secret.length + open.length)
                    .put(secret)
                    .put(open)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
    }

    /** Names the key: the first 8 bytes of the SHA-256 of its X.509 form, in lower-case hexadecimal. */
    String id() {
        return id;
    }

    /** The first coordinate of the public key, 32 bytes, base64url (RFC 7518). */
    String x() {
        return coordinate(2);
    }

    /** The second coordinate of the public key, 32 bytes, base64url (RFC 7518). */
    String y() {
        return coordinate(1);
    }

    private String coordinate(int fromTheEnd) {
        byte[] encoded = publicKey.getEncoded();
        int from = encoded.length - fromTheEnd * COORDINATE;
        return BASE64.encodeToString(Arrays.copyOfRange(encoded, from, from + COORDINATE));
    }

    /** A compact JSON Web Signature (RFC 7515, ES256). Each signing gives another signature. */
    String sign(String payload) {
        String signed = header + "." + encode(payload);
        try {
            Signature signature = Signature.getInstance(SIGNATURE);
            signature.initSign(privateKey);
            signature.update(signed.getBytes(US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Signing a receipt failed", e);
        }
    }

    private static String encode(String json) {
        return BASE64.encodeToString(json.getBytes(UTF_8));
    }
}
