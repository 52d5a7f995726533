package brightline.command.imports;

import brightline.command.imports.ImportCommand.Outcome;
import brightline.command.imports.ImportCommand.StartImport;
import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.*;
import brightline.command.imports.file.Note;
import brightline.command.imports.file.Note.Counted;
import brightline.command.imports.file.OutOfScope;
import brightline.edge.keys.KeyStore;
import brightline.edge.keys.SealedText;
import brightline.edge.schema.SchemaMigration;
import brightline.events.ImportId;
import brightline.events.Stated;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept of imports: how far each is, and which lines it left out or refused. */
@Component
final class ImportLedger {
    private static final String COLUMNS = """
            import_id, format, assumed_imminence, file_name, bytes, started_by, started_at, ended_at, state, next_offset,
            last_line, accepted, duplicates, out_of_scope, rejected, changed, failure, failure_file, failure_column,
            failure_reason, stopped_by, trial
            """;

    private static final int FIRST_LINES = 5;

    private final JdbcClient jdbc;
    private final SealedText fileNames;

    /** @param keys seal what senders call their files, which may hold somebody's name */
    ImportLedger(DataSource dataSource, KeyStore keys, @Qualifier("commandSchema") SchemaMigration commandSchema) {
        this.jdbc = JdbcClient.create(dataSource);
        this.fileNames = new SealedText(keys, "import-file-name");
    }

    /** Enters an import. @return whether it was not known before */
    boolean start(StartImport command, String actor) {
        String name = command.fileName();
        return jdbc.sql("""
                        insert into command.import
                          (import_id, format, assumed_imminence, file_name, sha256, bytes, started_by, trial)
                        values (:id, :format, :assumed, :name, :sha256, :bytes, :actor, :trial) on conflict do nothing
                        """)
                        .param("id", command.importId().value())
                        .param("format", command.format())
                        .param("assumed", command.assumedImminence().name())
                        .param(
                                "name",
                                name == null
                                        ? null
                                        : fileNames.seal(
                                                name, command.importId().toString()),
                                Types.BINARY)
                        .param("sha256", command.sha256())
                        .param("bytes", command.bytes())
                        .param("actor", actor)
                        .param("trial", command.trial())
                        .update()
                == 1;
    }

    /** Sets one that stands still running again. */
    void goOn(ImportId id) {
        jdbc.sql("""
                        update command.import
                           set state = 'RUNNING', ended_at = null, failure = null, failure_file = null,
                               failure_column = null, failure_reason = null, stopped_by = null
                         where import_id = :id
                        """).param("id", id.value()).update();
    }

    /** @param actor the account */
    void stop(ImportId id, String actor) {
        jdbc.sql("""
                        update command.import set state = 'STOPPED', ended_at = clock_timestamp(), stopped_by = :actor
                         where import_id = :id
                        """).param("id", id.value()).param("actor", actor).update();
    }

    /** Every import of the same bytes with the same options, the last one first; or every trial of them. */
    List<ImportStatus> ofFile(String format, String sha256, Stated assumed, boolean trials) {
        return jdbc.sql("select " + COLUMNS + " from command.import"
                        + " where sha256 = :sha256 and format = :format and assumed_imminence = :assumed and trial = :trial"
                        + " order by started_at desc")
                .param("sha256", sha256)
                .param("format", format)
                .param("assumed", assumed.name())
                .param("trial", trials)
                .query(this::status)
                .list();
    }

    /**
     * Whether the file may say what is not on record now, though no line was rejected: another file of its format came later, or rows were
     * left out as another agency's, which the settings decide.
     */
    boolean mayBeNewsAgain(ImportStatus status) {
        return jdbc.sql("""
                        select exists (select from command.import this
                                         join command.import later on later.format = this.format
                                                                  and later.started_at > this.started_at and not later.trial
                                        where this.import_id = :id)
                            or exists (select from command.import_out_of_scope
                                        where import_id = :id and reason = :elsewhere)
                        """)
                .param("id", status.importId().value())
                .param("elsewhere", OutOfScope.OTHER_AGENCY.name())
                .query(Boolean.class)
                .single();
    }

    Optional<ImportStatus> find(ImportId id) {
        return jdbc.sql("select " + COLUMNS + " from command.import where import_id = :id")
                .param("id", id.value())
                .query(this::status)
                .optional();
    }

    /** The import, kept from changing until the transaction ends. */
    ImportStatus held(ImportId id) {
        return jdbc.sql("select " + COLUMNS + " from command.import where import_id = :id for update")
                .param("id", id.value())
                .query(this::status)
                .single();
    }

    /** The latest ones first. */
    List<ImportStatus> latest(int atMost) {
        return jdbc.sql("select " + COLUMNS + " from command.import order by started_at desc, import_id limit :limit")
                .param("limit", atMost)
                .query(this::status)
                .list();
    }

    List<ImportStatus> running() {
        return jdbc.sql("select " + COLUMNS + " from command.import where state = 'RUNNING' order by started_at")
                .query(this::status)
                .list();
    }

    /**
     * How many lines were rejected for one reason. Reasons that only name another line of the file are one.
     *
     * @param file which of several files that came together; null where there is one
     * @param column null where the whole line is meant
     * @param firstLines the first of them, by their number in the file
     */
    record RejectedReason(
            @Nullable String file, @Nullable String column, String reason, long count, List<Long> firstLines) {
        RejectedReason {
            firstLines = List.copyOf(firstLines);
        }
    }

    /** Most lines first. */
    List<RejectedReason> rejectedReasons(ImportId id) {
        return jdbc.sql("""
                        select file_name, column_name, regexp_replace(reason, '\\mline [0-9]+', 'another line') as why,
                               count(*) as lines,
                               trim_array(array_agg(line order by line), greatest(cast(count(*) as int) - :first, 0)) as first_lines
                          from command.import_rejection where import_id = :id
                         group by file_name, column_name, why order by lines desc, file_name, column_name, why
                        """)
                .param("id", id.value())
                .param("first", FIRST_LINES)
                .query((row, _) -> new RejectedReason(
                        row.getString("file_name").isEmpty() ? null : row.getString("file_name"),
                        row.getString("column_name"),
                        row.getString("why"),
                        row.getLong("lines"),
                        List.of((Long[]) row.getArray("first_lines").getArray())))
                .list();
    }

    /** In order of files and lines. */
    List<Rejection> rejections(ImportId id, int atMost) {
        return jdbc.sql("""
                        select file_name, line, column_name, reason from command.import_rejection
                         where import_id = :id order by file_name, line limit :limit
                        """)
                .param("id", id.value())
                .param("limit", atMost)
                .query((row, _) -> new Rejection(
                        row.getString("file_name").isEmpty() ? null : row.getString("file_name"),
                        row.getLong("line"),
                        row.getString("column_name"),
                        row.getString("reason")))
                .list();
    }

    void advance(ImportId id, long nextOffset, long lastLine, Counts more) {
        jdbc.sql("""
                        update command.import
                           set next_offset = :offset, last_line = :line, lines = lines + :lines,
                               accepted = accepted + :accepted, duplicates = duplicates + :duplicates,
                               out_of_scope = out_of_scope + :outOfScope, rejected = rejected + :rejected,
                               changed = changed + :changed
                         where import_id = :id
                        """)
                .param("id", id.value())
                .param("offset", nextOffset)
                .param("line", lastLine)
                .param("lines", more.lines())
                .param("accepted", more.accepted())
                .param("duplicates", more.duplicates())
                .param("outOfScope", more.outOfScope())
                .param("rejected", more.rejected())
                .param("changed", more.changed())
                .update();
    }

    /** It is read to its end: what was kept for its later lines goes. */
    void finish(ImportId id) {
        jdbc.sql("update command.import set state = 'DONE', ended_at = clock_timestamp() where import_id = :id")
                .param("id", id.value())
                .update();
        jdbc.sql("delete from command.import_named where import_id = :id")
                .param("id", id.value())
                .update();
    }

    /** @return false where it was stopped, or has ended, before */
    boolean fail(ImportId id, Failure failure) {
        return jdbc.sql("""
                        update command.import
                           set state = 'FAILED', ended_at = clock_timestamp(), failure = :cause, failure_file = :file,
                               failure_column = :column, failure_reason = :reason
                         where import_id = :id and state = 'RUNNING'
                        """)
                        .param("id", id.value())
                        .param("cause", failure.cause().name())
                        .param("file", failure.file(), Types.VARCHAR)
                        .param("column", failure.column(), Types.VARCHAR)
                        .param("reason", failure.reason())
                        .update()
                == 1;
    }

    /** Counts lines of no concern, in the transaction that advances the import past them. */
    void leaveOut(ImportId id, Map<OutOfScope, Long> lines) {
        lines.forEach((reason, more) -> jdbc.sql("""
                        insert into command.import_out_of_scope as known (import_id, reason, lines)
                        values (:id, :reason, :lines)
                        on conflict (import_id, reason) do update set lines = known.lines + excluded.lines
                        """)
                .param("id", id.value())
                .param("reason", reason.name())
                .param("lines", more)
                .update());
    }

    /** Why lines were of no concern, most lines first. */
    SequencedMap<OutOfScope, Long> outOfScope(ImportId id) {
        SequencedMap<OutOfScope, Long> lines = new LinkedHashMap<>();
        jdbc.sql(
                        "select reason, lines from command.import_out_of_scope where import_id = :id order by lines desc, reason")
                .param("id", id.value())
                .query((row, _) -> lines.put(OutOfScope.valueOf(row.getString("reason")), row.getLong("lines")))
                .list();
        return lines;
    }

    /** Adds to what is to be said of the file, in the transaction that advances the import past what it is said of. */
    void note(ImportId id, Map<Note, Long> notes) {
        notes.forEach((note, more) -> jdbc.sql("""
                        insert into command.import_note as known (import_id, about, counted, count)
                        values (:id, :about, :counted, :more)
                        on conflict (import_id, about, counted) do update set count = known.count + excluded.count
                        """)
                .param("id", id.value())
                .param("about", note.about())
                .param("counted", note.counted().name())
                .param("more", more)
                .update());
    }

    /** What is to be said of the file: first of it as a whole, then by how many it is said of. */
    SequencedMap<Note, Long> notes(ImportId id) {
        SequencedMap<Note, Long> notes = new LinkedHashMap<>();
        jdbc.sql("""
                        select about, counted, count from command.import_note
                         where import_id = :id order by counted <> 'FILE', count desc, about
                        """)
                .param("id", id.value())
                .query((row, _) -> notes.put(
                        new Note(row.getString("about"), Counted.valueOf(row.getString("counted"))),
                        row.getLong("count")))
                .list();
        return notes;
    }

    /** What has become of the file's lines so far. */
    Outcome outcome(ImportId id) {
        return new Outcome(
                find(id).orElseThrow().counts(), outOfScope(id), rejections(id, Integer.MAX_VALUE), notes(id));
    }

    void reject(ImportId id, Collection<Rejection> rejections) {
        if (rejections.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into command.import_rejection (import_id, file_name, line, column_name, reason)
                        select :id, * from unnest(cast(:files as text[]), cast(:lines as bigint[]),
                                                  cast(:columns as text[]), cast(:reasons as text[]))
                        on conflict do nothing
                        """)
                .param("id", id.value())
                .param(
                        "files",
                        rejections.stream()
                                .map(one -> one.file() == null ? "" : one.file())
                                .toArray(String[]::new))
                .param("lines", rejections.stream().map(Rejection::line).toArray(Long[]::new))
                .param("columns", rejections.stream().map(Rejection::column).toArray(String[]::new))
                .param("reasons", rejections.stream().map(Rejection::reason).toArray(String[]::new))
                .update();
    }

    private ImportStatus status(ResultSet row, int number) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        ImportId id = new ImportId(row.getObject("import_id", UUID.class));
        byte[] name = row.getBytes("file_name");
        return new ImportStatus(
                id,
                row.getString("format"),
                Stated.valueOf(row.getString("assumed_imminence")),
                name == null ? null : fileNames.open(name, id.toString()).orElse(null),
                row.getLong("bytes"),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                State.valueOf(row.getString("state")),
                row.getLong("next_offset"),
                row.getLong("last_line"),
                new Counts(
                        row.getLong("accepted"),
                        row.getLong("duplicates"),
                        row.getLong("out_of_scope"),
                        row.getLong("rejected"),
                        row.getLong("changed")),
                failure(row),
                row.getString("stopped_by"),
                row.getBoolean("trial"));
    }

    private static @Nullable Failure failure(ResultSet row) throws SQLException {
        String cause = row.getString("failure");
        String reason = row.getString("failure_reason");
        return cause == null
                ? null
                : new Failure(
                        Cause.valueOf(cause),
                        row.getString("failure_file"),
                        row.getString("failure_column"),
                        reason == null ? "the reason was not kept" : reason);
    }
}
