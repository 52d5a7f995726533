package brightline.events.imports;

import brightline.events.EventName;
import brightline.events.ImportId;
import brightline.events.Stated;

/** What can happen to a file taken in. */
public sealed interface ImportEvent {
    ImportId importId();

    /**
     * A file arrived whole.
     *
     * @param format the profile it is read by
     * @param assumedImminence the declared assumption about imminent threat where the file does not say
     * @param sha256 of the file's bytes, lower-case hexadecimal
     */
    @EventName("import.started")
    record ImportStarted(ImportId importId, String format, Stated assumedImminence, String sha256, long bytes)
            implements ImportEvent {}

    /** Somebody stopped the reading; what was taken in stays. Counts are the lines answered until then. */
    @EventName("import.stopped")
    record ImportStopped(ImportId importId, long lines, long accepted, long duplicates, long outOfScope, long rejected)
            implements ImportEvent {}

    /** Reading goes on where it was stopped. */
    @EventName("import.resumed")
    record ImportResumed(ImportId importId) implements ImportEvent {}

    /** Every line has been answered. Counts are lines. */
    @EventName("import.finished")
    record ImportFinished(ImportId importId, long lines, long accepted, long duplicates, long outOfScope, long rejected)
            implements ImportEvent {}
}
