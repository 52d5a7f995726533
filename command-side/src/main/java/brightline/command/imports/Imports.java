package brightline.command.imports;

import brightline.command.imports.ImportCommand.*;
import brightline.command.imports.file.FormatGuide.Holds;
import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.State;
import brightline.command.imports.file.SourceKey;
import brightline.command.submission.Commands;
import brightline.command.submission.Request;
import brightline.events.ImportId;
import brightline.events.Stated;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes files in, for whoever brings one: the API, or a program that seeds a database. */
@Component
public final class Imports {
    private static final int LONGEST_NAME = 100;

    /** Long enough to look at the answer, and ask somebody. */
    private static final Duration TRIED_FILE_KEPT = Duration.ofDays(1);

    private final Formats formats;
    private final Commands commands;
    private final Spool spool;
    private final ImportLedger ledger;
    private final ImportRunner runner;

    Imports(Formats formats, Commands commands, Spool spool, ImportLedger ledger, ImportRunner runner) {
        this.formats = formats;
        this.commands = commands;
        this.spool = spool;
        this.ledger = ledger;
        this.runner = runner;
    }

    /** @param before whether the same file, with the same options, was sent before */
    public record Started(ImportId id, boolean before) {}

    /**
     * Receives a file and begins to take it in. The same bytes with the same options are the same import, whoever sends them: a failed or stopped one
     * goes on, a finished one is left as it is, where reading it again could say nothing new. It could where lines were rejected,
     * whose cause may have been mended since, or were another agency's, which the settings decide; where another file of its format came
     * later and may have said otherwise; and where it is a roster, which says who is there today: then it is read again as an import of its
     * own, and what stands as the file says it is recorded once.
     *
     * @param format name of one
     * @param assumedImminence NO or MISSING: what to assume of imminent threat where the file does not say
     * @param fileName what the sender calls it, null if nobody said. Only what follows the last slash, at most
     *     {@value #LONGEST_NAME} characters, is kept, encrypted: people put names into file names
     * @param request who sends it, from the file's SHA-256
     * @throws IllegalArgumentException if there is no such format, or YES is assumed
     */
    public Started start(
            InputStream content,
            String format,
            Stated assumedImminence,
            @Nullable String fileName,
            Function<String, Request> request)
            throws IOException {
        return start(content, format, assumedImminence, fileName, false, request);
    }

    /**
     * As {@link #start(InputStream, String, Stated, String, Function)}.
     *
     * @param trial whether it is only to be seen what would become of the file's lines: nothing of it is recorded, and each trial is an
     *     import of its own, since what is answered depends on what is there
     */
    Started start(
            InputStream content,
            String format,
            Stated assumedImminence,
            @Nullable String fileName,
            boolean trial,
            Function<String, Request> request)
            throws IOException {
        if (formats.named(format).isEmpty() || assumedImminence == Stated.YES) {
            throw new IllegalArgumentException("No such format or assumption");
        }
        Spool.Arrived arrived = spool.receive(content);
        spool.turn().lock();
        try {
            ImportId next = next(format, arrived.sha256(), assumedImminence, trial);
            spool.keep(arrived, next);
            Known known = commands.send(
                            new StartImport(
                                    next,
                                    format,
                                    assumedImminence,
                                    shortened(fileName),
                                    arrived.sha256(),
                                    arrived.bytes(),
                                    trial),
                            Known.class,
                            request.apply(arrived.sha256()))
                    .answer();
            // A request that is sent again under its key is answered with the import it began.
            ImportId id = known.importId();
            if (!id.equals(next)) {
                spool.forget(next);
            }
            ImportStatus status = ledger.find(id).orElseThrow();
            if (status.state() == State.RUNNING) {
                runner.submit(status);
            } else if (!status.mayGoOn() && !status.trial()) {
                spool.forget(id);
            }
            return new Started(id, Boolean.TRUE.equals(known.before()));
        } finally {
            spool.turn().unlock();
        }
    }

    /**
     * Stops reading, once the chunk at hand is taken; nothing happens where it stands still already. What was taken in stays, and the
     * file is kept for a while so that reading can go on.
     *
     * @throws brightline.command.submission.CommandRejected when the import has ended
     */
    void stop(ImportId id, Request request) {
        commands.send(new StopImport(id), Known.class, request);
    }

    /**
     * Reads on where it stands; nothing happens where it is read already.
     *
     * @throws brightline.command.submission.CommandRejected when the import has ended, or its file is not kept any more
     */
    void resume(ImportId id, Request request) {
        spool.turn().lock();
        try {
            commands.send(new ResumeImport(id), Known.class, request);
            ImportStatus status = ledger.find(id).orElseThrow();
            if (status.state() == State.RUNNING) {
                runner.submit(status);
            }
        } finally {
            spool.turn().unlock();
        }
    }

    /**
     * Takes in the file of a trial, as if it had been sent anew.
     *
     * @throws brightline.command.submission.CommandRejected when the import was no trial, or its file is not kept any more
     */
    Started take(ImportStatus trial, Function<String, Request> request) throws IOException {
        if (!trial.trial()) {
            throw ImportRule.IMPORT_HAS_ENDED.broken();
        }
        try (InputStream file = Files.newInputStream(spool.file(trial.importId()))) {
            return start(file, trial.format(), trial.assumedImminence(), trial.fileName(), request);
        } catch (NoSuchFileException gone) {
            throw ImportRule.IMPORT_FILE_NOT_KEPT.broken();
        }
    }

    /** Until when reading can go on, or a tried file be taken in, without the file being sent again; null where it can not, or is gone. */
    @Nullable
    Instant keptUntil(ImportStatus status) {
        Instant since = status.endedAt();
        boolean isOfUse = status.mayGoOn() || status.trial();
        return since != null && isOfUse && spool.keeps(status.importId()) ? keptUntil(status, since) : null;
    }

    private Instant keptUntil(ImportStatus status, Instant since) {
        Instant kept = spool.keptUntil(since);
        Instant asTried = since.plus(TRIED_FILE_KEPT);
        return status.trial() && asTried.isBefore(kept) ? asTried : kept;
    }

    /** Removes the files of imports that have stood still for so long that nobody goes on with them. */
    void forgetOldFiles() {
        Instant now = Instant.now();
        spool.turn().lock();
        try {
            for (ImportId id : spool.imports()) {
                ImportStatus status = ledger.find(id).orElse(null);
                if (status == null) {
                    continue;
                }
                Instant since = status.endedAt();
                if (since != null && keptUntil(status, since).isBefore(now)) {
                    spool.forget(id);
                }
            }
            spool.forgetUnkept(now);
        } catch (IOException e) {
            throw new UncheckedIOException("Files of old imports cannot be removed", e);
        } finally {
            spool.turn().unlock();
        }
    }

    /** The last import of that file with these options; a new one where there is none, or it is to be read again. */
    private ImportId next(String format, String sha256, Stated assumed, boolean trial) {
        List<ImportStatus> before = ledger.ofFile(format, sha256, assumed, trial);
        if (!before.isEmpty() && !isToBeReadAgain(before.getFirst())) {
            return before.getFirst().importId();
        }
        List<String> file = before.isEmpty()
                ? List.of(sha256, assumed.name())
                : List.of(sha256, assumed.name(), Integer.toString(before.size()));
        return new ImportId(new SourceKey(format, trial ? "trial" : "import", file).id());
    }

    private boolean isToBeReadAgain(ImportStatus status) {
        return status.state() == State.DONE
                && (status.trial()
                        || status.counts().rejected() > 0
                        || ledger.mayBeNewsAgain(status)
                        || formats.named(status.format())
                                .map(format -> format.guide().holds() == Holds.STUDENTS)
                                .orElse(false));
    }

    private static @Nullable String shortened(@Nullable String fileName) {
        if (fileName == null) {
            return null;
        }
        String last = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "")
                .strip();
        return last.isEmpty() ? null : last.substring(0, Math.min(last.length(), LONGEST_NAME));
    }

    /** Whether every line has been answered, or the import stands still. */
    public boolean hasEnded(ImportId id) {
        return ledger.find(id).map(status -> status.state() != State.RUNNING).orElse(false);
    }
}
