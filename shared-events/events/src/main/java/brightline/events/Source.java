package brightline.events;

import org.jspecify.annotations.Nullable;

/**
 * Where a record comes from.
 *
 * @param importId the import that brought it; null for what was entered by a person or a program
 * @param profile the import's format, for example {@code california-stop-data}; null with no import
 * @param assumedImminence what the import declared about imminent threat where the source does not say; MISSING for none
 */
public record Source(@Nullable ImportId importId, @Nullable String profile, Stated assumedImminence) {
    /** A record entered directly. */
    public static final Source ENTERED = new Source(null, null, Stated.MISSING);

    public Source {
        assumedImminence = Stated.orMissing(assumedImminence);
    }
}
