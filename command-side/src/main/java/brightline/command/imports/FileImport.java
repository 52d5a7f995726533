package brightline.command.imports;

import brightline.command.imports.ImportCommand.StartImport;
import brightline.command.imports.file.ImportStatus.Counts;
import brightline.events.ImportId;
import brightline.events.imports.ImportEvent;
import brightline.events.imports.ImportEvent.ImportFinished;
import brightline.events.imports.ImportEvent.ImportStarted;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** An import's stream: that it started and that it finished. */
@Aggregate(type = "FileImport")
class FileImport {
    @AggregateIdentifier
    private @Nullable ImportId id;

    private boolean finished;

    /** For the framework. */
    protected FileImport() {}

    FileImport(StartImport command) {
        AggregateLifecycle.apply(new ImportStarted(
                command.importId(), command.format(), command.assumedImminence(), command.sha256(), command.bytes()));
    }

    void finish(ImportId importId, Counts counts) {
        if (!finished) {
            AggregateLifecycle.apply(new ImportFinished(
                    importId,
                    counts.lines(),
                    counts.accepted(),
                    counts.duplicates(),
                    counts.outOfScope(),
                    counts.rejected()));
        }
    }

    @EventSourcingHandler
    void on(ImportEvent event) {
        id = event.importId();
        finished |= event instanceof ImportFinished;
    }
}
