package brightline.command.imports;

import brightline.command.imports.ImportCommand.*;
import brightline.command.imports.ImportDesk.OvertakenException;
import brightline.command.imports.file.Chunks;
import brightline.command.imports.file.Chunks.Chunk;
import brightline.command.imports.file.FileRefused;
import brightline.command.imports.file.FormatGuide.Holds;
import brightline.command.imports.file.ImportFormat;
import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.*;
import brightline.command.register.ReferenceRegister;
import brightline.command.submission.Commands;
import brightline.command.submission.Rehearsals;
import brightline.command.submission.Rehearsals.Rehearsal;
import brightline.command.submission.Request;
import brightline.edge.clock.RecordingClock;
import brightline.edge.problem.Faults;
import brightline.events.ImportId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Reads the files, some side by side, a chunk of lines at a time, and remembers nothing but the chunks at hand. Chunks are recorded one
 * at a time, import by import in turns: a file of one line waits for a chunk of every other file, not for their ends, and officers
 * have never more than one chunk beside them. Goes on at its start with what was running when the program ended, where the file is on
 * this machine.
 */
@Component
final class ImportRunner implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ImportRunner.class);

    private static final int TRIES = 5;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration TRIAL_PAUSE = Duration.ofSeconds(1);

    private final Commands commands;
    private final Rehearsals rehearsals;
    private final Formats formats;
    private final ImportLedger ledger;
    private final Spool spool;
    private final ReferenceRegister register;
    private final RecordingClock clock;
    private final MeterRegistry meters;
    private final ReadingPlaces places = new ReadingPlaces();
    private final ConcurrentHashMap<ImportId, ReadingPace> paces = new ConcurrentHashMap<>();

    /** Fair: who has waited longest is next. */
    private final Semaphore turn = new Semaphore(1, true);

    private volatile ExecutorService readers = readers();
    private volatile boolean running;

    ImportRunner(
            Commands commands,
            Rehearsals rehearsals,
            Formats formats,
            ImportLedger ledger,
            Spool spool,
            ReferenceRegister register,
            RecordingClock clock,
            MeterRegistry meters) {
        this.commands = commands;
        this.rehearsals = rehearsals;
        this.formats = formats;
        this.ledger = ledger;
        this.spool = spool;
        this.register = register;
        this.clock = clock;
        this.meters = meters;
    }

    private static ExecutorService readers() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("import-", 0).daemon(true).factory());
    }

    /** Takes the import in as soon as there is a place for it; nothing happens if it waits already. */
    void submit(ImportStatus status) {
        places.await(status.importId(), line(status), status.bytes());
        begin();
    }

    /** Contacts bear keys of their own; every other file says how something is today, and the last one is right. */
    private @Nullable String line(ImportStatus status) {
        return formats.named(status.format())
                .filter(format -> format.guide().holds() != Holds.CONTACTS)
                .map(format -> format.guide().name())
                .orElse(null);
    }

    private void begin() {
        for (ImportId id : places.take()) {
            readers.execute(() -> {
                try {
                    run(id);
                } finally {
                    paces.remove(id);
                    places.leave(id);
                    if (running) {
                        begin();
                    }
                }
            });
        }
    }

    /** Whether an import that is running is not read yet, because others are. */
    boolean waits(ImportId id) {
        return places.waits(id);
    }

    /** How long the rest of a file takes, in seconds; null where nobody can say yet, or it is not read. */
    @Nullable
    Long secondsLeft(ImportStatus status) {
        ReadingPace pace = status.state() == State.RUNNING ? paces.get(status.importId()) : null;
        return pace == null ? null : pace.secondsLeft(status, System.nanoTime());
    }

    private void run(ImportId id) {
        ImportStatus status = ledger.find(id).orElseThrow();
        Path file = spool.file(id);
        if (status.state() != State.RUNNING || !Files.exists(file)) {
            return;
        }
        try {
            if (status.trial()) {
                attempt(status, file);
            } else {
                take(status, file, this::record);
                finish(status);
            }
        } catch (FileRefused refused) {
            unreadable(id, refused);
        } catch (OvertakenException elsewhere) {
            log.atInfo()
                    .addKeyValue("event", "import.left")
                    .log("An import was stopped, or another node goes on with it");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException failure) {
            if (!running) {
                return;
            }
            String fault = Faults.describe(failure);
            log.atError()
                    .addKeyValue("event", "import.failed")
                    .addKeyValue("fault", fault)
                    .log("An import stopped ({}); sent again it goes on where it stood", fault);
            ledger.fail(id, new Failure(Cause.INTERRUPTED, null, null, "reading was interrupted"));
        }
    }

    /** What becomes of a chunk. */
    @FunctionalInterface
    private interface Taking {
        void take(TakeChunk<?> chunk, Request request) throws InterruptedException;
    }

    private void record(TakeChunk<?> chunk, Request request) throws InterruptedException {
        turn.acquire();
        try {
            count(send(chunk, Taken.class, request).counts());
        } finally {
            turn.release();
        }
    }

    /**
     * Reads a file as if it were taken in, and keeps nothing but what was answered. Where somebody waits for what the trial holds, it lets go
     * of all of it and begins anew after a pause. It has no turn: an import that has one may be who waits.
     */
    private void attempt(ImportStatus status, Path file) throws IOException, FileRefused, InterruptedException {
        for (int tries = 1; ; tries++) {
            try {
                Outcome outcome = rehearse(status, file);
                send(new FinishTrial(status.importId(), outcome), Known.class, Request.inside(status.startedBy()));
                return;
            } catch (OvertakenException elsewhere) {
                throw elsewhere;
            } catch (RuntimeException failure) {
                if (tries == TRIES || !running) {
                    throw failure;
                }
                Thread.sleep(TRIAL_PAUSE.multipliedBy(tries));
            }
        }
    }

    private Outcome rehearse(ImportStatus status, Path file) throws IOException, FileRefused, InterruptedException {
        try (Rehearsal rehearsal = rehearsals.begin()) {
            take(status, file, (chunk, request) -> rehearse(chunk, request, rehearsal));
            return ledger.outcome(status.importId());
        }
    }

    private static void rehearse(TakeChunk<?> chunk, Request request, Rehearsal rehearsal) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        rehearsal.send(chunk, Taken.class, request);
        if (rehearsal.isInTheWay()) {
            throw new InTheWayException();
        }
    }

    /** Somebody waits for what a trial holds. */
    private static final class InTheWayException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        InTheWayException() {
            super("Somebody waits for what a trial holds", null, false, false);
        }
    }

    private void take(ImportStatus status, Path file, Taking taking)
            throws IOException, FileRefused, InterruptedException {
        Request request = Request.inside(status.startedBy());
        ImportFormat<?> format = formats.named(status.format())
                .orElseThrow(() -> new FileRefused(null, "the format is not known any more"));
        take(format, status, file, request, taking);
    }

    private <T> void take(ImportFormat<T> format, ImportStatus status, Path file, Request request, Taking taking)
            throws IOException, FileRefused, InterruptedException {
        try (Chunks<T> chunks = format.open(status, file, spool.beside(status.importId()))) {
            paces.put(status.importId(), new ReadingPace(System.nanoTime(), status.nextOffset()));
            for (Chunk<T> chunk = chunks.next(register.current(), clock.instant());
                    chunk != null;
                    chunk = chunks.next(register.current(), clock.instant())) {
                taking.take(new TakeChunk<>(status.importId(), format, chunk), request);
            }
        }
    }

    /** After their commit. */
    private void count(Counts answered) {
        Map.of(
                        "accepted", answered.accepted(),
                        "duplicate", answered.duplicates(),
                        "out-of-scope", answered.outOfScope(),
                        "rejected", answered.rejected())
                .forEach((result, lines) -> Counter.builder("imports.lines")
                        .description("Lines of imported files")
                        .tag("result", result)
                        .register(meters)
                        .increment(lines));
    }

    private void unreadable(ImportId id, FileRefused refused) {
        var failure = new Failure(Cause.UNREADABLE, refused.file(), refused.column(), refused.reason());
        spool.turn().lock();
        try {
            if (ledger.fail(id, failure)) {
                spool.forget(id);
            }
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

    @Override
    public void start() {
        if (readers.isShutdown()) {
            readers = readers();
        }
        running = true;
        ledger.running().forEach(this::submit);
    }

    /** Lets the chunks at hand come to their ends; the rest waits for the next start. */
    @Override
    public void stop() {
        running = false;
        readers.shutdownNow();
        try {
            if (!readers.awaitTermination(20, TimeUnit.SECONDS)) {
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
