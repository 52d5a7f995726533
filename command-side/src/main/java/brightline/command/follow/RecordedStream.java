package brightline.command.follow;

import brightline.events.Correction;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.*;
import brightline.events.interaction.InteractionRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * All committed events of one stream.
 *
 * @param stream its id
 */
public record RecordedStream(String stream, List<Entry> entries) {
    public RecordedStream {
        entries = List.copyOf(entries);
    }

    /**
     * One event.
     *
     * @param recordedAt database time at append
     * @param submission what was recorded in one transaction carries the same
     * @param actor user name of the account it was recorded by; null where nobody's
     */
    public record Entry(
            Object event,
            Instant recordedAt,
            String submission,
            @Nullable String actor) {}

    /** What the stream begins with; null where nothing was recorded. */
    public @Nullable Object first() {
        return entries.isEmpty() ? null : entries.getFirst().event();
    }

    /** Whether it is a contact that people recorded, and no imported history. */
    public boolean isEnteredContact() {
        return first() instanceof InteractionOpened opened && opened.source().importId() == null;
    }

    /**
     * The contact as each of its submissions left it; none where the stream is no contact.
     *
     * @param version takes the record and the moment its last event was recorded
     */
    public void eachVersion(BiConsumer<InteractionRecord, Instant> version) {
        InteractionRecord record = null;
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            if (!(entry.event() instanceof InteractionEvent event)) {
                return;
            }
            record = InteractionRecord.evolve(record, event);
            boolean last =
                    i + 1 == entries.size() || !entries.get(i + 1).submission().equals(entry.submission());
            if (last) {
                version.accept(record, entry.recordedAt());
            }
        }
    }

    /** The contact as it stands; null where the stream is no contact. */
    public @Nullable InteractionRecord contact() {
        List<InteractionRecord> latest = new ArrayList<>();
        eachVersion((record, _) -> {
            latest.clear();
            latest.add(record);
        });
        return latest.isEmpty() ? null : latest.getFirst();
    }

    /** Voidings and changes of the student, in order. */
    public List<Retraction> retractions() {
        List<Retraction> found = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.event() instanceof SubjectCorrected corrected) {
                found.add(new Retraction(false, entry.recordedAt(), corrected.correction()));
            } else if (entry.event() instanceof InteractionVoided voided) {
                found.add(new Retraction(true, entry.recordedAt(), voided.correction()));
            }
        }
        return found;
    }

    /**
     * What was given away before then was wrong.
     *
     * @param voided else it was another student
     */
    public record Retraction(boolean voided, Instant recordedAt, Correction correction) {}
}
