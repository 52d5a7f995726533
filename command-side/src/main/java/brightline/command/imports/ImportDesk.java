package brightline.command.imports;

import brightline.command.imports.ImportCommand.*;
import brightline.command.imports.ImportStatus.*;
import brightline.edge.store.EventMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.config.Configuration;
import org.axonframework.messaging.annotation.MetaDataValue;

/** Takes lines in: source keys, schools, secrets, events, refusals and progress in one transaction. */
final class ImportDesk {
    private final Configuration axon;
    private final ImportLedger ledger;
    private final LineRecorder recorder;

    ImportDesk(Configuration axon, ImportLedger ledger, LineRecorder recorder) {
        this.axon = axon;
        this.ledger = ledger;
        this.recorder = recorder;
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
    Taken on(TakeChunk command) throws Exception {
        ImportStatus status = ledger.held(command.importId());
        if (status.state() != State.RUNNING || status.nextOffset() != command.fromOffset()) {
            throw new OvertakenException();
        }
        Map<String, ImportedContact> byKey = new LinkedHashMap<>();
        command.contacts()
                .forEach(contact -> byKey.putIfAbsent(contact.personKey().hash(), contact));
        Set<String> fresh = ledger.take(status.format(), byKey.keySet());
        List<ImportedContact> taken = byKey.entrySet().stream()
                .filter(entry -> fresh.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        List<Rejection> late = recorder.record(status, taken);
        List<Rejection> rejections = new ArrayList<>(command.rejections());
        rejections.addAll(late);
        Counts counts = new Counts(
                taken.size() - late.size(),
                command.contacts().size() - taken.size(),
                command.outOfScope().values().stream()
                        .mapToLong(Long::longValue)
                        .sum(),
                rejections.size());
        ledger.reject(command.importId(), rejections);
        ledger.leaveOut(command.importId(), command.outOfScope());
        ledger.advance(command.importId(), command.toOffset(), command.lastLine(), counts);
        return new Taken(counts);
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
