package brightline.command.imports;

import brightline.command.imports.ImportCommand.*;
import brightline.command.imports.file.Answers;
import brightline.command.imports.file.Chunks.Chunk;
import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.State;
import brightline.command.register.ReferenceRegister;
import brightline.edge.store.EventMetadata;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Takes lines in: what they state, refusals and progress in one transaction. */
@Component
final class ImportDesk {
    private final Configuration axon;
    private final ImportLedger ledger;
    private final ReferenceRegister register;

    /** @param axon comes lazily: it in turn looks for command handlers */
    ImportDesk(@Lazy Configuration axon, ImportLedger ledger, ReferenceRegister register) {
        this.axon = axon;
        this.ledger = ledger;
        this.register = register;
    }

    @CommandHandler
    Known on(StartImport command, @MetaDataValue(EventMetadata.ACTOR) String actor) throws Exception {
        boolean entered = ledger.start(command, actor);
        if (entered) {
            axon.repository(FileImport.class).newInstance(() -> new FileImport(command));
        }
        return new Known(command.importId(), !entered);
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
        axon.repository(FileImport.class)
                .load(command.importId().toString())
                .execute(stream -> stream.finish(command.importId(), status.counts()));
        ledger.finish(command.importId());
        return new Known(command.importId(), true);
    }

    /** Another runner went on with the import. */
    static final class OvertakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OvertakenException() {
            super("Another runner went on with this import", null, false, false);
        }
    }
}
