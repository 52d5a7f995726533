package brightline.command.receipt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accepted submissions in files off the database, one a day (UTC), one line each, flushed to the disk before their senders hear
 * of them. Those who wait at the same time share one flush. Belongs on another volume, better another host, than the database.
 */
final class ReceiptJournal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReceiptJournal.class);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofMillis(200);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);
    private static final String PREFIX = "receipts-";
    private static final String SUFFIX = ".jsonl";

    /** @param line null for one who only waits until all before is written */
    private record Entry(@Nullable JournalLine line, CompletableFuture<@Nullable Void> written) {}

    private final Path folder;
    private final InstantSource clock;
    private final LinkedBlockingQueue<Entry> waiting = new LinkedBlockingQueue<>();
    private final Thread writer;
    private volatile boolean closing;

    /** The writer's alone. */
    private @Nullable JournalFile open;

    /**
     * @param clock says which day's file is written
     * @throws UncheckedIOException if the folder cannot be made
     */
    ReceiptJournal(Path folder, InstantSource clock) {
        this.folder = folder;
        this.clock = clock;
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException e) {
            throw new UncheckedIOException("The folder for receipts cannot be made: " + folder, e);
        }
        this.writer = Thread.ofPlatform().daemon().name("receipt-journal").start(this::write);
    }

    /**
     * Writes the line down.
     *
     * @param line null to wait for those before
     * @return whether it is on the disk; if not, it will be written as soon as the disk takes it
     */
    boolean add(@Nullable JournalLine line, Duration patience) {
        var entry = new Entry(line, new CompletableFuture<>());
        waiting.add(entry);
        try {
            entry.written().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The files, oldest first. */
    List<Path> files() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        try {
            writeUntilClosed();
        } finally {
            closeFile();
        }
    }

    private void writeUntilClosed() {
        List<Entry> batch = new ArrayList<>();
        boolean failed = false;
        while (!closing || !waiting.isEmpty() || !batch.isEmpty()) {
            try {
                if (batch.isEmpty()) {
                    Entry first = waiting.poll(TRY_AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
                    if (first == null) {
                        continue;
                    }
                    batch.add(first);
                } else {
                    Thread.sleep(TRY_AGAIN_AFTER);
                }
                waiting.drainTo(batch);
                append(batch);
                batch.forEach(entry -> entry.written().complete(null));
                batch.clear();
                failed = false;
            } catch (IOException e) {
                if (!failed) {
                    LOG.error("Receipts cannot be written: {}", e.getClass().getSimpleName());
                }
                failed = true;
                if (closing) {
                    return;
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void append(List<Entry> batch) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (Entry entry : batch) {
            if (entry.line() != null) {
                lines.append(entry.line().text()).append('\n');
            }
        }
        if (lines.isEmpty()) {
            return;
        }
        Path today = folder.resolve(PREFIX + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) + SUFFIX);
        try {
            JournalFile file = open;
            if (file == null || !file.isStillAt(today)) {
                closeFile();
                file = JournalFile.open(today);
                open = file;
            }
            file.append(lines.toString().getBytes(UTF_8));
        } catch (IOException e) {
            closeFile();
            throw e;
        }
    }

    private void closeFile() {
        JournalFile file = open;
        open = null;
        if (file != null) {
            try {
                file.close();
            } catch (IOException e) {
                LOG.warn("The file of receipts does not close: {}", e.getClass().getSimpleName());
            }
        }
    }

    /** Writes what waits, for at most {@code 5} seconds. */
    @Override
    public void close() {
        closing = true;
        try {
            writer.join(STOP_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
