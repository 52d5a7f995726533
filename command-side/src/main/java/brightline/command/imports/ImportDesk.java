package brightline.command.imports;

import brightline.command.imports.ImportCommand.*;
import brightline.command.imports.file.Answers;
import brightline.command.imports.file.Chunks.Chunk;
import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.State;
import brightline.command.register.ReferenceRegister;
import brightline.edge.store.EventMetadata;
import brightline.events.ImportId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.Aggregate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Takes lines in: what they state, refusals and progress in one transaction. */
@Component
final class ImportDesk {
    private final Configuration axon;
    private final ImportLedger ledger;
    private final ReferenceRegister register;
    private final Spool spool;

    /** @param axon comes lazily: it in turn looks for command handlers */
    ImportDesk(@Lazy Configuration axon, ImportLedger ledger, ReferenceRegister register, Spool spool) {
        this.axon = axon;
        this.ledger = ledger;
        this.register = register;
        this.spool = spool;
    }

    @CommandHandler
    Known on(StartImport command, @MetaDataValue(EventMetadata.ACTOR) String actor) throws Exception {
        boolean entered = ledger.start(command, actor);
        if (entered && !command.trial()) {
            axon.repository(FileImport.class).newInstance(() -> new FileImport(command));
        } else if (!entered) {
            ImportStatus status = ledger.held(command.importId());
            if (status.state() == State.STOPPED || status.state() == State.FAILED) {
                goOn(status);
            }
        }
        return new Known(command.importId(), !entered);
    }

    /** Waits for the chunk at hand. @throws brightline.command.submission.CommandRejected when the import has ended */
    @CommandHandler
    Known on(StopImport command, @MetaDataValue(EventMetadata.ACTOR) String actor) {
        ImportStatus status = ledger.held(command.importId());
        if (status.state() == State.RUNNING) {
            if (!status.trial()) {
                stream(status).execute(stream -> stream.stop(status.importId(), status.counts()));
            }
            ledger.stop(status.importId(), actor);
        } else if (status.state() != State.STOPPED) {
            throw ImportRule.IMPORT_HAS_ENDED.broken();
        }
        return new Known(command.importId(), true);
    }

    /** @throws brightline.command.submission.CommandRejected when the import has ended, or its file is not here any more */
    @CommandHandler
    Known on(ResumeImport command) {
        ImportStatus status = ledger.held(command.importId());
        if (status.mayGoOn()) {
            if (!spool.keeps(status.importId())) {
                throw ImportRule.IMPORT_FILE_NOT_KEPT.broken();
            }
            goOn(status);
        } else if (status.state() != State.RUNNING) {
            throw ImportRule.IMPORT_HAS_ENDED.broken();
        }
        return new Known(command.importId(), true);
    }

    private void goOn(ImportStatus status) {
        if (status.state() == State.STOPPED && !status.trial()) {
            stream(status).execute(stream -> stream.resume(status.importId()));
        }
        ledger.goOn(status.importId());
    }

    private Aggregate<FileImport> stream(ImportStatus status) {
        return axon.repository(FileImport.class).load(status.importId().toString());
    }

    /** @throws OvertakenException when the import does not stand where the chunk begins */
    @CommandHandler
    <T> Taken on(TakeChunk<T> command) throws Exception {
        ImportStatus status = ledger.held(command.importId());
        Chunk<T> chunk = command.chunk();
        if (status.state() != State.RUNNING || status.nextOffset() != chunk.fromOffset()) {
            throw new OvertakenException();
        }
        Answers answers = new Answers(chunk.answers());
        command.format().take(status, chunk.read(), register.current(), answers);
        ledger.leaveOut(command.importId(), answers.outOfScope());
        ledger.reject(command.importId(), answers.rejections());
        ledger.note(command.importId(), answers.notes());
        ledger.advance(command.importId(), chunk.toOffset(), chunk.lastLine(), answers.counts());
        return new Taken(answers.counts());
    }

    @CommandHandler
    Known on(FinishImport command) {
        ImportStatus status = ledger.held(command.importId());
        if (status.state() != State.RUNNING) {
            throw new OvertakenException();
        }
        stream(status).execute(stream -> stream.finish(command.importId(), status.counts()));
        ledger.finish(command.importId());
        return new Known(command.importId(), true);
    }

    @CommandHandler
    Known on(FinishTrial command) {
        ImportStatus status = ledger.held(command.importId());
        if (status.state() != State.RUNNING) {
            throw new OvertakenException();
        }
        ImportId id = command.importId();
        Outcome outcome = command.outcome();
        ledger.leaveOut(id, outcome.outOfScope());
        ledger.reject(id, outcome.rejections());
        ledger.note(id, outcome.notes());
        ledger.advance(id, status.bytes(), 0, outcome.counts());
        ledger.finish(id);
        return new Known(id, true);
    }

    /** The import was stopped, or another runner went on with it. */
    static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OvertakenException() {
            super("This import was stopped, or another runner went on with it", null, false, false);
        }
    }
}
