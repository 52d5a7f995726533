package brightline.command.submission;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * A committed command.
 *
 * @param answer what its handler answered, or had answered when the same key was first used
 * @param index index in the log of its last event; where the command asked for what was already so, an index at which that
 *     was known. Reading with {@code atLeastIndex} of it shows the effect
 * @param repeated whether this is the stored answer of an earlier request with the same key
 * @param receipt the signed receipt, see {@link brightline.command.receipt.Receipts#sign}; null where nothing was recorded
 */
public record Accepted<T>(
        T answer, long index, boolean repeated, @Nullable String receipt) {
    /** Header with the index of a submission's last event. */
    public static final String INDEX_HEADER = "Brightline-Index";

    /** Header with the signed receipt. */
    public static final String RECEIPT_HEADER = "Brightline-Receipt";

    /** What every answer to a submission says in its headers. */
    public HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.set(INDEX_HEADER, Long.toString(index));
        if (receipt != null) {
            headers.set(RECEIPT_HEADER, receipt);
        }
        return headers;
    }
}
