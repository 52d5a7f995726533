package brightline.events;

/**
 * A personal part kept encrypted outside the event. The digest commits the event to the ciphertext, so that the
 * ciphertext can be destroyed and every proof about the event still holds.
 *
 * @param secretId where the ciphertext is kept
 * @param digest SHA-256 over everything stored about the secret, lower-case hexadecimal
 */
public record SecretRef(SecretId secretId, String digest) {}
