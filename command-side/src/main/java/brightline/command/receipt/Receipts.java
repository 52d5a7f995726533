package brightline.command.receipt;

import static java.nio.charset.StandardCharsets.US_ASCII;

import brightline.edge.store.AppendedEvents.AppendedEvent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Signs what was accepted and writes it down off the database, before its sender is answered. */
public final class Receipts {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final ReceiptKey key;
    private final ReceiptJournal journal;
    private final InstantSource clock;
    private final Map<String, JournalLine> doubtful = new ConcurrentHashMap<>();

    Receipts(ReceiptKey key, ReceiptJournal journal, InstantSource clock) {
        this.key = key;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * The receipt for a submission: a compact JSON Web Signature (RFC 7515, ES256) over {@code {"submission", "events",
     * "digest"}}. The digest is SHA-256 over each event's id and content hash, a line feed after each, in order.
     *
     * @param submission its id, as in the metadata of its events
     * @param events all it recorded, in order; at least one
     */
    public String sign(String submission, List<AppendedEvent> events) {
        return key.sign("{\"submission\":\"%s\",\"events\":%d,\"digest\":\"%s\"}"
                .formatted(submission, events.size(), digest(events)));
    }

    /**
     * Writes an accepted submission down.
     *
     * @return whether it is on the disk; if not, it will be as soon as the disk takes it, and its sender must not be answered
     *     yet
     */
    public boolean keep(String submission, List<AppendedEvent> events, String receipt) {
        return journal.add(new JournalLine(submission, clock.instant(), events, receipt), PATIENCE);
    }

    /**
     * Remembers a submission whose commit was not heard of. Nobody has its receipt; it is written down when the same key is sent again or
     * the reconciler finds its events in the log.
     */
    public void doubt(String submission, List<AppendedEvent> events, String receipt) {
        doubtful.put(receipt, new JournalLine(submission, clock.instant(), events, receipt));
    }

    /** Whether all that was accepted before now is on the disk, this receipt's submission too: asked before an answer is given again. */
    public boolean keptBefore(String receipt) {
        return journal.add(doubtful.remove(receipt), PATIENCE);
    }

    List<JournalLine> doubtful() {
        return List.copyOf(doubtful.values());
    }

    /** Its events are in the log: its line is written unless somebody else was faster. */
    void settle(JournalLine line) {
        if (doubtful.remove(line.receipt(), line)) {
            journal.add(line, PATIENCE);
        }
    }

    /** Its events never came. */
    void forget(JournalLine line) {
        doubtful.remove(line.receipt(), line);
    }

    private static String digest(List<AppendedEvent> events) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (AppendedEvent event : events) {
                digest.update((event.id() + "\n" + event.contentHash() + "\n").getBytes(US_ASCII));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
