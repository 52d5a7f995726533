package brightline.command.submission;

import org.jspecify.annotations.Nullable;

/** An answer about what has a version: it goes out as the ETag, for the next If-Match. */
public interface Versioned {
    /** Of the stream, as it now is; null where nothing has been recorded in it. */
    @Nullable
    Long version();
}
