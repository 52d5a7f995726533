package brightline.command.imports;

import brightline.command.imports.ImportCommand.Known;
import brightline.command.imports.ImportStatus.State;
import brightline.command.submission.Commands;
import brightline.command.submission.Request;
import brightline.events.ImportId;
import brightline.events.Stated;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Function;

/** Takes files in, for whoever brings one: the API, or a program that seeds a database. */
public final class Imports {
    private final Commands commands;
    private final Spool spool;
    private final ImportLedger ledger;
    private final ImportRunner runner;

    Imports(Commands commands, Spool spool, ImportLedger ledger, ImportRunner runner) {
        this.commands = commands;
        this.spool = spool;
        this.ledger = ledger;
        this.runner = runner;
    }

    /**
     * Receives a file and begins to take it in. The same bytes with the same options are the same import, whoever sends them:
     * a finished one is left as it is, a failed one goes on.
     *
     * @param format one of {@link #formats()}
     * @param assumedImminence NO or MISSING: what to assume of imminent threat where the file does not say
     * @param request who sends it, from the file's SHA-256
     * @throws IllegalArgumentException if there is no such format, or YES is assumed
     */
    public ImportId start(
            InputStream content, String format, Stated assumedImminence, Function<String, Request> request)
            throws IOException {
        if (ImportFormat.named(format).isEmpty() || assumedImminence == Stated.YES) {
            throw new IllegalArgumentException("No such format or assumption");
        }
        Spool.Arrived arrived = spool.receive(content);
        ImportId id =
                new ImportId(new SourceKey(format, "import", List.of(arrived.sha256(), assumedImminence.name())).id());
        spool.keep(arrived, id);
        commands.send(
                new StartImport(id, format, assumedImminence, arrived.sha256(), arrived.bytes()),
                Known.class,
                request.apply(arrived.sha256()));
        if (ledger.find(id).orElseThrow().state() == State.RUNNING) {
            runner.submit(id);
        } else {
            spool.forget(id);
        }
        return id;
    }

    /** Whether every line has been answered, or the import gave up. */
    public boolean hasEnded(ImportId id) {
        return ledger.find(id).map(status -> status.state() != State.RUNNING).orElse(false);
    }

    /** The names of the formats. */
    public static List<String> formats() {
        return ImportFormat.ALL.stream().map(ImportFormat::name).toList();
    }
}
