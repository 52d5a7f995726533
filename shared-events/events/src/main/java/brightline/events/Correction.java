package brightline.events;

import org.jspecify.annotations.Nullable;

/**
 * Why an earlier record is corrected, and who or what showed that it was wrong.
 *
 * @param reason code list {@code correction-reason}; {@code source-correction} where a file of the record's own source showed it
 * @param basis code list {@code correction-basis}; {@code source-correction} likewise
 * @param note free text, encrypted; null where none was given
 */
public record Correction(Code reason, Code basis, @Nullable SecretRef note) {
    /** A later file of the source that brought the record says otherwise: said by taking it in, and by nothing else. */
    public static final Correction BY_SOURCE =
            new Correction(Code.of("source-correction/OTHER_CONTENT"), Code.of("source-correction/SOURCE_FILE"), null);

    /** Whether the source of the record said it, and not somebody here. */
    public boolean saidBySource() {
        return reason.equals(BY_SOURCE.reason);
    }
}
