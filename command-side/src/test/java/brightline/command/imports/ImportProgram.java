package brightline.command.imports;

import brightline.command.imports.ImportCommand.FinishImport;
import brightline.command.imports.ImportCommand.Known;
import brightline.command.imports.ImportCommand.StartImport;
import brightline.command.imports.ImportCommand.TakeChunk;
import brightline.command.imports.ImportCommand.Taken;
import brightline.command.imports.file.Chunks;
import brightline.command.imports.file.Chunks.Chunk;
import brightline.command.imports.file.FileRefused;
import brightline.command.imports.file.ImportFormat;
import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.OutOfScope;
import brightline.command.register.ReferenceRegister;
import brightline.command.register.RegisterEdition;
import brightline.command.register.ServedCommandSide;
import brightline.command.submission.Commands;
import brightline.command.submission.Request;
import brightline.edge.TestDatabase;
import brightline.edge.keys.Opened;
import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.PersonalParts;
import brightline.events.ImportId;
import brightline.events.SecretRef;
import brightline.events.Stated;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command side with imports, and what a test asks of it. */
public final class ImportProgram implements AutoCloseable {
    public static final Path SAMPLE = Path.of("..", "ops", "samples", "california-stops-sample.csv");

    public final Path spool;
    public final ConfigurableApplicationContext context;
    public final JdbcClient jdbc;

    public ImportProgram() {
        this(TestDatabase.fresh(), directory());
    }

    public ImportProgram(TestDatabase database, Path directory) {
        this.spool = directory;
        this.context = ServedCommandSide.start(database, directory);
        this.jdbc = JdbcClient.create(context.getBean(DataSource.class));
    }

    public static Path directory() {
        try {
            return Files.createTempDirectory(Files.createDirectories(Path.of("target", "spool")), "imports");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static String sample() {
        try {
            return Files.readString(SAMPLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ImportStatus take(String file, String format, Stated assumed) {
        return take(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), format, assumed);
    }

    public ImportStatus take(InputStream file, String format, Stated assumed) {
        return ended(start(file, format, assumed));
    }

    /** Takes a file in by a format of the test's own on this thread, as if the program were started anew before each piece. */
    public <T> ImportStatus take(Path file, ImportFormat<T> format) {
        Commands commands = context.getBean(Commands.class);
        Request request = Request.inside("coordinator");
        ImportId id = new ImportId(UUID.randomUUID());
        String name = format.guide().name();
        try {
            commands.send(
                    new StartImport(id, name, Stated.MISSING, null, id.toString(), Files.size(file), false),
                    Known.class,
                    request);
            RegisterEdition register = context.getBean(ReferenceRegister.class).current();
            boolean ended = false;
            while (!ended) {
                try (Chunks<T> chunks = format.open(status(id), file, file.resolveSibling(id.toString()))) {
                    Chunk<T> chunk = chunks.next(register, Instant.now());
                    ended = chunk == null;
                    if (chunk != null) {
                        commands.send(new TakeChunk<>(id, format, chunk), Taken.class, request);
                    }
                }
            }
            commands.send(new FinishImport(id), Known.class, request);
            return status(id);
        } catch (IOException | FileRefused e) {
            throw new IllegalStateException(e);
        }
    }

    public ImportId start(InputStream file, String format, Stated assumed) {
        try {
            return context.getBean(Imports.class)
                    .start(file, format, assumed, null, _ -> Request.inside("coordinator"))
                    .id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ImportStatus ended(ImportId id) {
        Instant limit = Instant.now().plus(Duration.ofMinutes(3));
        while (!context.getBean(Imports.class).hasEnded(id)) {
            if (Instant.now().isAfter(limit)) {
                throw new IllegalStateException("The import does not end");
            }
            pause();
        }
        return status(id);
    }

    /** A format by its name. */
    public ImportFormat<?> format(String name) {
        return context.getBean(Formats.class).named(name).orElseThrow();
    }

    public static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public ImportStatus status(ImportId id) {
        return context.getBean(ImportLedger.class).find(id).orElseThrow();
    }

    public List<ImportStatus.Rejection> rejections(ImportId id) {
        return context.getBean(ImportLedger.class).rejections(id, 1000);
    }

    /** Why lines were of no concern. */
    public Map<OutOfScope, Long> outOfScope(ImportId id) {
        return context.getBean(ImportLedger.class).outOfScope(id);
    }

    /** What is said of the file as a whole. */
    public List<String> notes(ImportId id) {
        ImportLedger ledger = context.getBean(ImportLedger.class);
        return ImportNotes.of(status(id).counts(), ledger.rejectedReasons(id), ledger.notes(id));
    }

    public long events() {
        return jdbc.sql("select count(*) from log.domain_event_entry")
                .query(Long.class)
                .single();
    }

    public long streams(String type) {
        return jdbc.sql("select count(distinct aggregate_identifier) from log.domain_event_entry where type = ?")
                .param(type)
                .query(Long.class)
                .single();
    }

    public List<InteractionEvent> factsOf(String interaction) {
        List<InteractionEvent> facts = new ArrayList<>();
        context.getBean(EventStore.class)
                .readEvents(interaction)
                .forEachRemaining(message -> facts.add((InteractionEvent) message.getPayload()));
        return facts;
    }

    public List<InteractionRecord> interactions() {
        return jdbc
                .sql("select distinct aggregate_identifier from log.domain_event_entry where type = 'Interaction'")
                .query(String.class)
                .list()
                .stream()
                .map(id -> {
                    @Nullable InteractionRecord record = null;
                    for (InteractionEvent event : factsOf(id)) {
                        record = InteractionRecord.evolve(record, event);
                    }
                    return Objects.requireNonNull(record);
                })
                .toList();
    }

    public Optional<Statistics> statistics(@Nullable SecretRef reference) {
        return reference == null
                ? Optional.empty()
                : Objects.requireNonNull(context.getBean(PersonalParts.class)
                                .openAll(List.of(reference), Statistics.class)
                                .getOrDefault(
                                        reference.secretId(), new Opened.Redacted<>(brightline.edge.keys.Part.STAT)))
                        .value();
    }

    @Override
    public void close() {
        context.close();
    }
}
