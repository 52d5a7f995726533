package brightline.command.imports;

import brightline.command.imports.ImportCommand.*;
import brightline.command.imports.ImportDesk.OvertakenException;
import brightline.command.imports.ImportStatus.*;
import brightline.command.register.ReferenceRegister;
import brightline.command.register.RegisterEdition;
import brightline.command.submission.Commands;
import brightline.command.submission.Request;
import brightline.edge.clock.RecordingClock;
import brightline.edge.problem.Faults;
import brightline.events.ImportId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Reads the files, one after the other, a chunk of lines at a time, and remembers nothing but the chunk at hand. Goes on at its
 * start with what was running when the program ended, where the file is on this machine.
 */
final class ImportRunner implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);

    /** Lines to be recorded in one transaction, at most. */
    private static final int CONTACTS = 200;

    /** Lines read for one transaction, at most. */
    private static final int LINES = 4_000;

    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final Commands commands;
    private final ImportLedger ledger;
    private final OneRosterLedger rosters;
    private final Spool spool;
    private final ReferenceRegister register;
    private final RecordingClock clock;
    private final ImportMeters meters;
    private final ConcurrentHashMap<ImportId, Boolean> queued = new ConcurrentHashMap<>();
    private volatile ExecutorService worker = worker();
    private volatile boolean running;

    ImportRunner(
            Commands commands,
            ImportLedger ledger,
            OneRosterLedger rosters,
            Spool spool,
            ReferenceRegister register,
            RecordingClock clock,
            ImportMeters meters) {
        this.commands = commands;
        this.ledger = ledger;
        this.rosters = rosters;
        this.spool = spool;
        this.register = register;
        this.clock = clock;
        this.meters = meters;
    }

    private static ExecutorService worker() {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("imports").daemon(true).factory());
    }

    /** Takes the import in when those before it are done; nothing happens if it waits already. */
    void submit(ImportId id) {
        if (queued.putIfAbsent(id, true) == null) {
            worker.execute(() -> {
                queued.remove(id);
                run(id);
            });
        }
    }

    private void run(ImportId id) {
        ImportStatus status = ledger.find(id).orElseThrow();
        Path file = spool.file(id);
        if (status.state() != State.RUNNING || !Files.exists(file)) {
            return;
        }
        try {
            take(status, file);
            finish(status);
        } catch (FileRefused refused) {
            unreadable(id, refused);
        } catch (OvertakenException elsewhere) {
            log.atInfo().addKeyValue("event", "import.elsewhere").log("Another node goes on with the import");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failure) {
            if (!running) {
                return;
            }
            log.atError()
                    .addKeyValue("event", "import.failed")
                    .addKeyValue("fault", Faults.describe(failure))
                    .log("An import stopped; sent again it goes on where it stood");
            ledger.fail(id, new Failure(Cause.INTERRUPTED, null, null, "reading was interrupted"));
        }
    }

    private void take(ImportStatus status, Path file) throws IOException, FileRefused, InterruptedException {
        Request request = Request.inside(status.startedBy());
        ImportFormat format = ImportFormat.named(status.format())
                .orElseThrow(() -> new FileRefused(null, "the format is not known any more"));
        switch (format) {
            case LineFormat lines -> takeLines(lines, status, file, request);
            case OneRosterCsv _ -> takeRoster(status, file, request);
            case ReferenceFormat reference -> takeReference(reference, status, file, request);
        }
    }

    private void unreadable(ImportId id, FileRefused refused) {
        var failure = new Failure(Cause.UNREADABLE, refused.file(), refused.column(), refused.reason());
        spool.turn().lock();
        try {
            ledger.fail(id, failure);
            spool.forget(id);
        } finally {
            spool.turn().unlock();
        }
    }

    private void finish(ImportStatus status) throws InterruptedException {
        spool.turn().lock();
        try {
            send(new FinishImport(status.importId()), Known.class, Request.inside(status.startedBy()));
            spool.forget(status.importId());
        } finally {
            spool.turn().unlock();
        }
    }

    /** The files of the set lie beside it, sorted, for as long as this takes. */
    private void takeRoster(ImportStatus status, Path file, Request request)
            throws IOException, FileRefused, InterruptedException {
        try (OneRosterFiles files = OneRosterFiles.unpack(file, spool.beside(status.importId()))) {
            OneRosterChunks chunks = new OneRosterChunks(status, files, rosters);
            for (TakeRoster chunk = chunks.next(register.current(), clock.instant());
                    chunk != null;
                    chunk = chunks.next(register.current(), clock.instant())) {
                meters.answered(send(chunk, Taken.class, request).counts());
            }
        }
    }

    private void takeLines(LineFormat format, ImportStatus status, Path file, Request request)
            throws IOException, FileRefused, InterruptedException {
        Header header;
        long headerEnd;
        try (SourceLines first = SourceLines.open(file, 0, 0)) {
            SourceLines.Line line = first.next();
            header = Header.of(line);
            headerEnd = line == null ? 0 : line.end();
        }
        LineFormat.Reader reader = format.reader(header);
        boolean fresh = status.nextOffset() == 0;
        try (SourceLines lines =
                SourceLines.open(file, fresh ? headerEnd : status.nextOffset(), fresh ? 1 : status.lastLine())) {
            long from = status.nextOffset();
            for (TakeChunk chunk = next(status.importId(), from, lines, header, reader);
                    chunk != null;
                    chunk = next(status.importId(), from, lines, header, reader)) {
                meters.answered(send(chunk, Taken.class, request).counts());
                from = chunk.toOffset();
            }
        }
    }

    private void takeReference(ReferenceFormat format, ImportStatus status, Path file, Request request)
            throws IOException, FileRefused, InterruptedException {
        Header header;
        long headerEnd;
        try (SourceLines first = SourceLines.open(file, 0, 0)) {
            SourceLines.Line line = first.next();
            header = Header.of(line);
            headerEnd = line == null ? 0 : line.end();
        }
        ReferenceFormat.Reader reader = format.reader(header);
        boolean fresh = status.nextOffset() == 0;
        try (SourceLines lines =
                SourceLines.open(file, fresh ? headerEnd : status.nextOffset(), fresh ? 1 : status.lastLine())) {
            long from = status.nextOffset();
            for (TakeReference chunk = next(status.importId(), from, lines, header, reader);
                    chunk != null;
                    chunk = next(status.importId(), from, lines, header, reader)) {
                meters.answered(send(chunk, Taken.class, request).counts());
                from = chunk.toOffset();
            }
        }
    }

    /** The next lines about officers or schools; null when there are none. */
    private @Nullable TakeReference next(
            ImportId id, long from, SourceLines lines, Header header, ReferenceFormat.Reader reader)
            throws IOException {
        RegisterEdition edition = register.current();
        LocalDate today = clock.instant().atZone(edition.agency().zone()).toLocalDate();
        List<ReferenceLine> stated = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        long to = from;
        long last = 0;
        for (int read = 0; read < CONTACTS; read++) {
            SourceLines.Line line = lines.next();
            if (line == null) {
                break;
            }
            to = line.end();
            last = line.number();
            if (!line.isBlank()) {
                try {
                    stated.add(reader.read(line.number(), header.row(line), edition, today));
                } catch (LineRejected rejected) {
                    rejections.add(new Rejection(line.number(), rejected.column(), rejected.reason()));
                }
            }
        }
        return last == 0 ? null : new TakeReference(id, from, to, last, stated, rejections);
    }

    private <T> T send(ImportCommand command, Class<T> answer, Request request) throws InterruptedException {
        for (int tries = 1; ; tries++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            try {
                return commands.send(command, answer, request).answer();
            } catch (OvertakenException elsewhere) {
                throw elsewhere;
            } catch (RuntimeException failure) {
                if (tries == TRIES || !running) {
                    throw failure;
                }
                Thread.sleep(PAUSE.multipliedBy(tries));
            }
        }
    }

    /** The next lines; null when there are none. */
    private @Nullable TakeChunk next(ImportId id, long from, SourceLines lines, Header header, LineFormat.Reader reader)
            throws IOException {
        RegisterEdition edition = register.current();
        Instant latest = clock.instant().plus(CLOCK_TOLERANCE);
        List<ImportedContact> contacts = new ArrayList<>();
        List<Rejection> rejections = new ArrayList<>();
        OutOfScope.Tally outOfScope = new OutOfScope.Tally();
        long to = from;
        long last = 0;
        for (int read = 0; read < LINES && contacts.size() < CONTACTS; read++) {
            SourceLines.Line line = lines.next();
            if (line == null) {
                break;
            }
            to = line.end();
            last = line.number();
            if (line.isBlank()) {
                continue;
            }
            try {
                switch (reader.read(line.number(), header.row(line), edition, latest)) {
                    case ImportedContact contact -> contacts.add(contact);
                    case OutOfScope reason -> outOfScope.add(reason, 1);
                }
            } catch (LineRejected rejected) {
                rejections.add(new Rejection(line.number(), rejected.column(), rejected.reason()));
            }
        }
        return last == 0 ? null : new TakeChunk(id, from, to, last, outOfScope.lines(), contacts, rejections);
    }

    @Override
    public void start() {
        if (worker.isShutdown()) {
            worker = worker();
        }
        running = true;
        ledger.running().forEach(status -> submit(status.importId()));
    }

    /** Lets the chunk at hand come to its end; the rest waits for the next start. */
    @Override
    public void stop() {
        running = false;
        worker.shutdownNow();
        try {
            if (!worker.awaitTermination(20, TimeUnit.SECONDS)) {
                log.atWarn().addKeyValue("event", "import.slow-stop").log("A chunk of an import takes long to end");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
