package brightline.command.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import brightline.edge.store.AppendedEvents.AppendedEvent;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds the journal against the log: every event that a receipt names must stand there with the content it had. Each line is
 * looked at until it was found; one that is missing for {@value #GRACE_SECONDS} s is a loss, counted until the program ends.
 *
 * <p>Also the other way round, at the start: what was committed and, by a crash, not written down is written down then.
 */
final class ReceiptReconciler {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptReconciler.class);
    static final long GRACE_SECONDS = 60;

    private static final int BYTES_AT_ONCE = 1 << 20;
    /** A submission under way when the program ended stands in one of these: files exist for days with submissions only. */
    private static final int NEWEST_FILES = 2;

    private final ReceiptJournal journal;
    private final Receipts receipts;
    private final JdbcClient jdbc;
    private final InstantSource clock;
    private final Map<Path, Long> readUpTo = new HashMap<>();
    private final Set<Path> unreadable = new HashSet<>();
    private List<JournalLine> awaited = new ArrayList<>();
    private volatile long missing;
    private volatile long found;

    ReceiptReconciler(ReceiptJournal journal, Receipts receipts, DataSource dataSource, InstantSource clock) {
        this.journal = journal;
        this.receipts = receipts;
        this.jdbc = JdbcClient.create(dataSource);
        this.clock = clock;
    }

    /** Submissions with a receipt that were, after the time of grace, without their events in the log. */
    long missing() {
        return missing;
    }

    /** Receipts found in the log since the program started. */
    long found() {
        return found;
    }

    /** Looks at all lines written since the last look and at those still awaited. The first look reads every file. */
    synchronized void look() {
        awaited = notInTheLog(awaited);
        for (Path file : journal.files()) {
            try {
                read(file);
                unreadable.remove(file);
            } catch (IOException | RuntimeException e) {
                if (unreadable.add(file)) {
                    LOG.error(
                            "Receipts in {} cannot be read: {}",
                            file.getFileName(),
                            e.getClass().getSimpleName());
                }
            }
        }
        Instant patient = clock.instant().minusSeconds(GRACE_SECONDS);
        settleDoubts(patient);
        List<JournalLine> lost =
                awaited.stream().filter(line -> line.at().isBefore(patient)).toList();
        awaited.removeAll(lost);
        missing += lost.size();
        for (JournalLine line : lost) {
            LOG.atError()
                    .addKeyValue("event", "receipt.missing")
                    .addKeyValue("submission", line.submission())
                    .log(
                            "Submission {} has a receipt of {} and its events are not in the log as they were",
                            line.submission(),
                            line.at());
        }
    }

    private void read(Path file) throws IOException {
        try (var lines = new RandomAccessFile(file.toFile(), "r")) {
            for (long at = readUpTo.getOrDefault(file, 0L); at < lines.length(); at = readUpTo.get(file)) {
                lines.seek(at);
                byte[] bytes = new byte[(int) Math.min(lines.length() - at, BYTES_AT_ONCE)];
                lines.readFully(bytes);
                int end = bytes.length;
                while (end > 0 && bytes[end - 1] != '\n') {
                    end--;
                }
                if (end == 0) {
                    return;
                }
                awaited.addAll(notInTheLog(new String(bytes, 0, end, UTF_8)
                        .lines()
                        .map(JournalLine::read)
                        .toList()));
                readUpTo.put(file, at + end);
            }
        }
    }

    /** Submissions whose commit was not heard of: those in the log are written down, those that never came are forgotten. */
    private void settleDoubts(Instant patient) {
        List<JournalLine> doubtful = receipts.doubtful();
        Set<String> absent = absent(doubtful);
        for (JournalLine line : doubtful) {
            if (!absent.contains(line.submission())) {
                receipts.settle(line);
            } else if (line.at().isBefore(patient)) {
                receipts.forget(line);
            }
        }
    }

    private List<JournalLine> notInTheLog(List<JournalLine> lines) {
        Set<String> absent = absent(lines);
        found += lines.size() - absent.size();
        return new ArrayList<>(lines.stream()
                .filter(line -> absent.contains(line.submission()))
                .toList());
    }

    /** The submissions among them of which an event is not in the log as it was. */
    private Set<String> absent(List<JournalLine> lines) {
        if (lines.isEmpty()) {
            return Set.of();
        }
        List<String> submissions = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        List<String> hashes = new ArrayList<>();
        for (JournalLine line : lines) {
            for (AppendedEvent event : line.events()) {
                submissions.add(line.submission());
                ids.add(event.id());
                hashes.add(event.contentHash());
            }
        }
        // Each by its identifier: joined as a whole, a thousand receipts of an import would have the whole log read.
        return new HashSet<>(jdbc.sql("""
                        select distinct r.submission
                          from unnest(cast(:submissions as text[]), cast(:ids as text[]), cast(:hashes as text[]))
                               as r (submission, id, hash)
                          left join lateral (
                               select e.content_hash from log.domain_event_entry e
                                where e.event_identifier = r.id limit 1) as found on true
                         where found.content_hash is distinct from decode(r.hash, 'hex')
                        """)
                .param("submissions", submissions.toArray(String[]::new))
                .param("ids", ids.toArray(String[]::new))
                .param("hashes", hashes.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    /**
     * Writes down what was committed shortly before a crash and not written down any more.
     *
     * @param since how far back a submission may lie that was under way when the program ended
     */
    synchronized void catchUp(Duration since) {
        Set<String> known = new HashSet<>();
        List<Path> files = journal.files();
        for (Path file : files.subList(Math.max(0, files.size() - NEWEST_FILES), files.size())) {
            try (Stream<String> lines = Files.lines(file, UTF_8)) {
                lines.filter(line -> line.endsWith("}"))
                        .forEach(line -> known.add(JournalLine.read(line).submission()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Map<String, List<AppendedEvent>> unwritten = new LinkedHashMap<>();
        jdbc.sql("""
                        select convert_from(meta_data, 'UTF8')::jsonb ->> 'submission' as submission, event_identifier,
                               encode(content_hash, 'hex') as hash
                          from log.domain_event_entry
                         where recorded_at > (select max(recorded_at) from log.domain_event_entry) - cast(:since as interval)
                         order by global_index
                        """)
                .param("since", since.toString())
                .query((row, _) -> {
                    String submission = row.getString("submission");
                    if (submission != null && !known.contains(submission)) {
                        unwritten
                                .computeIfAbsent(submission, _ -> new ArrayList<>())
                                .add(new AppendedEvent(row.getString("event_identifier"), row.getString("hash")));
                    }
                    return submission;
                })
                .list();
        unwritten.forEach((submission, events) -> receipts.keep(submission, events, receipts.sign(submission, events)));
        if (!unwritten.isEmpty()) {
            LOG.info("{} submissions committed before a crash have been written into the journal", unwritten.size());
        }
    }
}
