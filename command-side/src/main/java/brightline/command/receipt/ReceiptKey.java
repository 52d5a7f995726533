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
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The Ed25519 key that signs receipts. Comes from a file outside the database: the private key, then the public one. */
final class ReceiptKey {
    private static final String ALGORITHM = "Ed25519";
    /** An X.509 SubjectPublicKeyInfo of this algorithm ends with the 32 bytes of the key (RFC 8410). */
    private static final int PUBLIC_ENCODED = 44;

    private static final int PUBLIC_RAW = 32;
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final PrivateKey privateKey;
    private final EdECPublicKey publicKey;
    private final String id;
    private final String header;

    private ReceiptKey(byte[] both) throws GeneralSecurityException {
        int split = both.length - PUBLIC_ENCODED;
        KeyFactory factory = KeyFactory.getInstance(ALGORITHM);
        privateKey = factory.generatePrivate(new PKCS8EncodedKeySpec(Arrays.copyOf(both, split)));
        publicKey = (EdECPublicKey)
                factory.generatePublic(new X509EncodedKeySpec(Arrays.copyOfRange(both, split, both.length)));
        id = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(publicKey.getEncoded()), 0, 8);
        header = encode("{\"alg\":\"EdDSA\",\"kid\":\"" + id + "\"}");
    }

    /** @throws IllegalStateException if others may touch the file or it does not hold a key */
    static ReceiptKey inFile(Path file) {
        try {
            return new ReceiptKey(KeyFile.readOrCreate(file, ReceiptKey::fresh));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("The key file " + file + " does not hold an Ed25519 key", e);
        }
    }

    private static byte[] fresh() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
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

    /** The public key, 32 bytes, base64url: {@code x} of a JSON Web Key (RFC 8037). */
    String publicKey() {
        byte[] encoded = publicKey.getEncoded();
        return BASE64.encodeToString(Arrays.copyOfRange(encoded, encoded.length - PUBLIC_RAW, encoded.length));
    }

    /** A compact JSON Web Signature (RFC 7515, RFC 8037). The same payload gives the same signature. */
    String sign(String payload) {
        String signed = header + "." + encode(payload);
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(privateKey);
            signature.update(signed.getBytes(US_ASCII));
            return signed + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Signing a receipt failed", e);
        }
    }

    /** Whether the receipt is one of this key's, unchanged. */
    boolean signed(String receipt) {
        int end = receipt.lastIndexOf('.');
        if (end < 0) {
            return false;
        }
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(publicKey);
            signature.update(receipt.substring(0, end).getBytes(US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(receipt.substring(end + 1)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String encode(String json) {
        return BASE64.encodeToString(json.getBytes(UTF_8));
    }
}
