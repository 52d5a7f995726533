package brightline.edge.keys;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM, HMAC-SHA-256 and SHA-256 as the key store uses them. */
final class Cipher256 {
    /** Stored beside each ciphertext, so that another cipher can be read beside this one. */
    static final String NAME = "AES-256-GCM";

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Cipher256() {}

    static byte[] random(int bytes) {
        byte[] fresh = new byte[bytes];
        RANDOM.nextBytes(fresh);
        return fresh;
    }

    static byte[] nonce() {
        return random(NONCE_BYTES);
    }

    static byte[] encrypt(byte[] key, byte[] nonce, byte[] associated, byte[] plaintext) {
        try {
            return gcm(Cipher.ENCRYPT_MODE, key, nonce, associated).doFinal(plaintext);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot encrypt with " + NAME, e);
        }
    }

    /** Empty if key, nonce, associated data and ciphertext do not belong together. */
    static Optional<byte[]> decrypt(byte[] key, byte[] nonce, byte[] associated, byte[] ciphertext) {
        try {
            return Optional.of(gcm(Cipher.DECRYPT_MODE, key, nonce, associated).doFinal(ciphertext));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot decrypt with " + NAME, e);
        }
    }

    private static Cipher gcm(int mode, byte[] key, byte[] nonce, byte[] associated) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associated);
        return cipher;
    }

    /** The key under another one: nonce and ciphertext in one. */
    static byte[] wrap(byte[] wrapping, byte[] key, byte[] associated) {
        byte[] nonce = nonce();
        byte[] wrapped = encrypt(wrapping, nonce, associated, key);
        byte[] both = new byte[NONCE_BYTES + wrapped.length];
        System.arraycopy(nonce, 0, both, 0, NONCE_BYTES);
        System.arraycopy(wrapped, 0, both, NONCE_BYTES, wrapped.length);
        return both;
    }

    /** Empty if it was not wrapped by that key for that purpose. */
    static Optional<byte[]> unwrap(byte[] wrapping, byte[] wrapped, byte[] associated) {
        if (wrapped.length <= NONCE_BYTES) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOf(wrapped, NONCE_BYTES);
        return decrypt(wrapping, nonce, associated, Arrays.copyOfRange(wrapped, NONCE_BYTES, wrapped.length));
    }

    static byte[] hmac(byte[] key, String... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                mac.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                mac.update(bytes);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA-256", e);
        }
    }

    /** SHA-256 over the parts, each with its length before it. */
    static byte[] digest(byte[]... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                sha.update(ByteBuffer.allocate(4).putInt(part.length).array());
                sha.update(part);
            }
            return sha.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
