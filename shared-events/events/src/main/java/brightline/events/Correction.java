package brightline.events;

import org.jspecify.annotations.Nullable;

/**
 * Why an earlier record is corrected, and who or what showed that it was wrong.
 *
 * @param reason code list {@code correction-reason}
 * @param basis code list {@code correction-basis}
 * @param note free text, encrypted; null where none was given
 */
public record Correction(Code reason, Code basis, @Nullable SecretRef note) {}
