package brightline.command.imports;

import brightline.command.imports.ImportCommand.StartImport;
import brightline.command.imports.file.ImportStatus.Counts;
import brightline.events.ImportId;
import brightline.events.imports.ImportEvent;
import brightline.events.imports.ImportEvent.*;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** An import's stream: that it started, was stopped, went on, and finished. */
@Aggregate(type = "FileImport")
class FileImport {
    @AggregateIdentifier
    private @Nullable ImportId id;

    private boolean stopped;
    private boolean finished;

    /** For the framework. */
    protected FileImport() {}

    FileImport(StartImport command) {
        AggregateLifecycle.apply(new ImportStarted(
                command.importId(), command.format(), command.assumedImminence(), command.sha256(), command.bytes()));
    }

    void stop(ImportId importId, Counts counts) {
        if (!stopped && !finished) {
            AggregateLifecycle.apply(new ImportStopped(
                    importId,
                    counts.lines(),
                    counts.accepted(),
                    counts.duplicates(),
                    counts.outOfScope(),
                    counts.rejected()));
        }
    }

    void resume(ImportId importId) {
        if (stopped) {
            AggregateLifecycle.apply(new ImportResumed(importId));
        }
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
        switch (event) {
            case ImportStarted _, ImportResumed _ -> stopped = false;
            case ImportStopped _ -> stopped = true;
            case ImportFinished _ -> finished = true;
        }
    }
}
