package brightline.command.imports;

import brightline.command.imports.ImportLedger.RejectedReason;
import brightline.command.imports.file.FormatColumn;
import brightline.command.imports.file.FormatGuide;
import brightline.command.imports.file.ImportFormat;
import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.*;
import brightline.command.register.ReferenceRegister;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Request;
import brightline.command.submission.Requests;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.ImportId;
import brightline.events.Stated;
import brightline.events.code.CodeLists;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Files in, and what became of their lines. */
@RestController
@RequestMapping(path = ImportController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Imports")
class ImportController {
    static final String PATH = "/api/commands/imports";
    static final String EXAMPLE = """
            {"file": "school,day,total,race/BLACK,race/WHITE\\nMAR,2025-10-01,2200,800,600\\n"}
            """;
    private static final String KEY = "16 to 255 visible characters, new for each submission";

    private static final int ERRORS_SHOWN = 1_000;
    private static final int LISTED = 200;
    private static final Map<String, Stated> ASSUMPTIONS = Map.of("missing", Stated.MISSING, "no", Stated.NO);

    private final Imports imports;
    private final Formats formats;
    private final ImportLedger ledger;
    private final ImportRunner runner;
    private final Requests requests;
    private final ReferenceRegister register;
    private final RecordingClock clock;

    ImportController(
            Imports imports,
            Formats formats,
            ImportLedger ledger,
            ImportRunner runner,
            Requests requests,
            ReferenceRegister register,
            RecordingClock clock) {
        this.imports = imports;
        this.formats = formats;
        this.ledger = ledger;
        this.runner = runner;
        this.requests = requests;
        this.register = register;
        this.clock = clock;
    }

    /**
     * An import as answered.
     *
     * @param trial whether it was only to be seen what would become of the records: nothing of it was recorded
     * @param fileName what the sender called it; null if nobody said
     * @param sentBy the account
     * @param lines answered so far
     * @param changed of the accepted ones, those that changed what was recorded before
     * @param outOfScopeReasons most lines first; fewer than out of scope where an older program counted some of them
     * @param notes what is to be said of the file as a whole, a sentence each, never with what a cell holds; none in a list
     * @param secondsLeft how long the rest takes if it is read as fast as so far; null where that cannot be said yet, or it is not being read
     * @param waiting whether it is running and not read yet, because others are
     * @param stoppedBy the account that stopped it, at endedAt; null unless it stands stopped
     * @param fileKeptUntil until when reading can go on, or a tried file be taken in, without the file being sent again; null where it can not
     * @param failure why it failed; null while it did not
     * @param rejectedReasons for what records were rejected, most records first; none while the file is being read, nor in a list
     * @param errors the first thousand, by line; of a file that cannot be read, why. Null in a list
     * @param sentBefore whether the same file was sent before; said only to who has just sent it
     */
    record ImportAnswer(
            ImportId id,
            State state,
            boolean trial,
            @Nullable String fileName,
            String sentBy,
            String format,
            String formatTitle,
            String assumeImminent,
            long lines,
            long accepted,
            long changed,
            long duplicates,
            long outOfScope,
            List<ReasonCount> outOfScopeReasons,
            List<String> notes,
            long rejected,
            List<RejectedReason> rejectedReasons,
            long bytes,
            long bytesRead,
            @Nullable Long secondsLeft,
            boolean waiting,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable String stoppedBy,
            @Nullable Instant fileKeptUntil,
            @Nullable FailureAnswer failure,
            @Nullable List<Rejection> errors,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean sentBefore) {}

    /** How many lines were of no concern for one reason. @param reason in words */
    record ReasonCount(String reason, long count) {}

    /**
     * Why an import came to no end.
     *
     * @param resumable whether the same file, sent again, goes on where it stopped; if not, it can never be read
     * @param file which of several files that came together; null where there is one
     * @param column null where it is about no column
     * @param expected what a file of the format is; null where another file would not help
     */
    record FailureAnswer(
            boolean resumable,
            @Nullable String file,
            @Nullable String column,
            String reason,
            @Nullable String expected) {}

    /**
     * A format for who prepares a file of it.
     *
     * @param name in the API
     * @param title for people
     * @param takesAssumeImminent whether it matters what is assumed of an immediate threat
     * @param fileType how a file of it ends: csv or zip
     * @param sample where a made-up file of it is
     */
    record FormatAnswer(
            String name,
            String title,
            String about,
            FormatGuide.Holds holds,
            String fileType,
            boolean takesAssumeImminent,
            String expected,
            List<ColumnAnswer> columns,
            List<String> notes,
            String sample) {}

    /**
     * A column.
     *
     * @param file which of several files that come together; null where there is one
     * @param otherName under which it may stand too; null for none
     * @param codes its values today; empty where it holds no codes
     */
    record ColumnAnswer(
            @Nullable String file,
            String name,
            @Nullable String otherName,
            boolean required,
            String meaning,
            List<CodeAnswer> codes,
            String example) {}

    /** A value and what it means. */
    record CodeAnswer(String code, String name) {}

    /** @param trial null where it is none, and then no part of what is compared: earlier releases knew no trials */
    private record Upload(
            String format,
            String assumeImminent,
            String sha256,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean trial) {}

    @Does(Action.START_IMPORT)
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Take a file in",
            description =
                    "Answers at once and goes on reading; ask at Location how far it has come. The same file with the"
                            + " same options is the same import, and lines that say nothing new change nothing. What a file of contacts"
                            + " says otherwise under a known key corrects the contact, unless it was corrected by hand since. With trial=true"
                            + " every record is answered as it would be if the file were taken in now, and nothing is recorded.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            examples = @ExampleObject(EXAMPLE))))
    @Parameter(
            in = ParameterIn.HEADER,
            name = Requests.KEY_HEADER,
            description = KEY,
            schema = @Schema(type = "string", pattern = KeyHeader.FORM))
    ResponseEntity<ImportAnswer> start(
            @RequestPart("file") MultipartFile file,
            @Parameter(
                            description = "As /api/commands/imports/formats/{name} describes it",
                            example = "brightline-enrolment")
                    @RequestParam("format")
                    String format,
            @Parameter(
                            description =
                                    "What to assume of imminent threat where a file of contacts does not say: missing, or no",
                            example = "missing")
                    @RequestParam(name = "assumeImminent", defaultValue = "missing")
                    String assumeImminent,
            @Parameter(
                            description =
                                    "Whether it is only to be seen what would become of the records: nothing is recorded",
                            example = "false")
                    @RequestParam(name = "trial", defaultValue = "false")
                    boolean trial,
            HttpServletRequest http)
            throws IOException {
        List<FieldProblem> problems = new ArrayList<>();
        FormatGuide guide = formats.named(format).map(ImportFormat::guide).orElse(null);
        if (guide == null) {
            problems.add(new FieldProblem("/format", "unknown-format", "must be one of " + formats.names()));
        }
        Stated assumed = ASSUMPTIONS.get(assumeImminent);
        if (assumed == null) {
            problems.add(new FieldProblem("/assumeImminent", "wrong-value", "must be missing or no"));
        } else if (assumed == Stated.NO && guide != null && !guide.takesAssumedImminence()) {
            problems.add(new FieldProblem("/assumeImminent", "wrong-value", "says nothing about such a file"));
        }
        if (!problems.isEmpty() || assumed == null) {
            throw new ProblemException(Problem.invalid(problems));
        }
        String actor = CurrentActor.required().username();
        Imports.Started started = imports.start(
                file.getInputStream(),
                format,
                assumed,
                file.getOriginalFilename(),
                trial,
                sha256 -> request(http, actor, new Upload(format, assumeImminent, sha256, trial ? true : null)));
        return accepted(started);
    }

    private ResponseEntity<ImportAnswer> accepted(Imports.Started started) {
        return ResponseEntity.accepted()
                .location(URI.create(PATH + "/" + started.id()))
                .body(found(started.id(), started.before()));
    }

    @Does(Action.START_IMPORT)
    @PostMapping("/{id}/take")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Take in the file of a trial",
            description =
                    "As if the same file were sent anew; the answer is that of the import it begins. Refused where"
                            + " the file is not kept any more, see fileKeptUntil of the trial: send it again.")
    @Parameter(
            in = ParameterIn.HEADER,
            name = Requests.KEY_HEADER,
            description = KEY,
            schema = @Schema(type = "string", pattern = KeyHeader.FORM))
    ResponseEntity<ImportAnswer> take(@PathVariable UUID id, HttpServletRequest http) throws IOException {
        ImportStatus trial = ledger.find(new ImportId(id)).orElseThrow(() -> new ProblemException(Problem.notFound()));
        String actor = CurrentActor.required().username();
        return accepted(imports.take(trial, _ -> request(http, actor, Map.of())));
    }

    /** Without a key each is a submission of its own: nothing is lost by that, where saying it twice says nothing new. */
    private Request request(HttpServletRequest http, String actor, Object description) {
        return http.getHeader(Requests.KEY_HEADER) == null
                ? Request.inside(actor)
                : requests.described(http, actor, description);
    }

    @Does(Action.STOP_IMPORT)
    @PostMapping("/{id}/stop")
    @Operation(
            summary = "Stop reading a file",
            description =
                    "Ends once the records at hand are taken. What was taken in stays. The file is kept for a while: until"
                            + " fileKeptUntil reading can go on where it stood.")
    @Parameter(
            in = ParameterIn.HEADER,
            name = Requests.KEY_HEADER,
            description = KEY,
            schema = @Schema(type = "string", pattern = KeyHeader.FORM))
    ImportAnswer stop(@PathVariable UUID id, HttpServletRequest http) {
        ImportId known = existing(id);
        imports.stop(known, request(http, CurrentActor.required().username(), Map.of()));
        return found(known, null);
    }

    @Does(Action.RESUME_IMPORT)
    @PostMapping("/{id}/resume")
    @Operation(
            summary = "Read on where a file was stopped",
            description =
                    "Or where its reading was interrupted. Refused where the file is not kept any more: send it again.")
    @Parameter(
            in = ParameterIn.HEADER,
            name = Requests.KEY_HEADER,
            description = KEY,
            schema = @Schema(type = "string", pattern = KeyHeader.FORM))
    ImportAnswer resume(@PathVariable UUID id, HttpServletRequest http) {
        ImportId known = existing(id);
        imports.resume(known, request(http, CurrentActor.required().username(), Map.of()));
        return found(known, null);
    }

    private ImportId existing(UUID id) {
        return ledger.find(new ImportId(id))
                .map(ImportStatus::importId)
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    @Does(Action.READ_IMPORT)
    @GetMapping("/{id}")
    @Operation(summary = "How far an import has come, and which lines were not taken")
    ImportAnswer status(@PathVariable UUID id) {
        return found(new ImportId(id), null);
    }

    /** The latest ones first. */
    @Does(Action.LIST_IMPORTS)
    @GetMapping
    @Operation(summary = "The latest imports, the last one first")
    List<ImportAnswer> list() {
        return ledger.latest(LISTED).stream()
                .map(status -> answer(status, null, null))
                .toList();
    }

    /** What a format is and what its columns mean, as text. */
    @Does(Action.READ_IMPORT_FORMATS)
    @GetMapping(path = "/formats/{name}", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @Operation(summary = "What a format of files is and what its columns mean")
    String format(
            @Parameter(description = "One of the formats' names", example = "brightline-enrolment") @PathVariable
                    String name) {
        return known(name).guide().description();
    }

    /** The formats with their columns, and what they hold. */
    @Does(Action.READ_IMPORT_FORMATS)
    @GetMapping("/formats")
    @Operation(summary = "The formats of files that can be taken in, with what each column holds")
    List<FormatAnswer> formats() {
        LocalDate today = today();
        return formats.guides().stream()
                .map(format -> new FormatAnswer(
                        format.name(),
                        format.title(),
                        format.about(),
                        format.holds(),
                        format.fileType().ending(),
                        format.takesAssumedImminence(),
                        format.expected(),
                        format.columns().stream()
                                .map(column -> column(column, today))
                                .toList(),
                        format.notes(),
                        PATH + "/formats/" + format.name() + "/sample"))
                .toList();
    }

    private static ColumnAnswer column(FormatColumn column, LocalDate today) {
        boolean several = column.lists().size() > 1;
        return new ColumnAnswer(
                column.file(),
                column.name(),
                column.otherName(),
                column.required(),
                column.meaning(),
                column.lists().stream()
                        .flatMap(list -> CodeLists.standard().validOn(list, today).stream())
                        .map(entry -> new CodeAnswer(
                                several || column.name().equals("conduct")
                                        ? entry.key().toString()
                                        : entry.code(),
                                entry.name()))
                        .toList(),
                column.example());
    }

    /** A made-up file: every line of it is accepted where none of it was taken in before. */
    @Does(Action.READ_IMPORT_FORMATS)
    @GetMapping(path = "/formats/{name}/sample", produces = MediaType.ALL_VALUE)
    @Operation(
            summary = "A made-up file of a format",
            description =
                    "Sent where none of it was taken in before, every line is accepted, and stays: try it first, with"
                            + " trial=true.")
    ResponseEntity<byte[]> sample(
            @Parameter(description = "One of the formats' names", example = "brightline-enrolment") @PathVariable
                    String name) {
        ImportFormat<?> format = known(name);
        FormatGuide.FileType type = format.guide().fileType();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"sample-" + name + "." + type.ending() + "\"")
                .body(format.sample(register.current(), today()));
    }

    private ImportFormat<?> known(String name) {
        return formats.named(name).orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    private LocalDate today() {
        return clock.instant().atZone(register.current().agency().zone()).toLocalDate();
    }

    private ImportAnswer found(ImportId id, @Nullable Boolean sentBefore) {
        ImportStatus status = ledger.find(id).orElseThrow(() -> new ProblemException(Problem.notFound()));
        Failure failure = status.failure();
        List<Rejection> errors = failure != null && failure.cause() == Cause.UNREADABLE
                ? List.of(new Rejection(failure.file(), 1, failure.column(), failure.reason()))
                : ledger.rejections(id, ERRORS_SHOWN);
        return answer(status, errors, sentBefore);
    }

    private ImportAnswer answer(ImportStatus status, @Nullable List<Rejection> errors, @Nullable Boolean sentBefore) {
        FormatGuide guide =
                formats.named(status.format()).map(ImportFormat::guide).orElse(null);
        Failure failure = status.failure();
        List<RejectedReason> rejected = errors == null || status.state() == State.RUNNING
                ? List.of()
                : ledger.rejectedReasons(status.importId());
        return new ImportAnswer(
                status.importId(),
                status.state(),
                status.trial(),
                status.fileName(),
                status.startedBy(),
                status.format(),
                guide == null ? status.format() : guide.title(),
                status.assumedImminence() == Stated.NO ? "no" : "missing",
                status.counts().lines(),
                status.counts().accepted(),
                status.counts().changed(),
                status.counts().duplicates(),
                status.counts().outOfScope(),
                ledger.outOfScope(status.importId()).sequencedEntrySet().stream()
                        .map(reason -> new ReasonCount(reason.getKey().words(), reason.getValue()))
                        .toList(),
                errors == null || status.state() != State.DONE
                        ? List.of()
                        : ImportNotes.of(status.counts(), rejected, ledger.notes(status.importId())),
                status.counts().rejected(),
                rejected,
                status.bytes(),
                status.nextOffset(),
                runner.secondsLeft(status),
                status.state() == State.RUNNING && runner.waits(status.importId()),
                status.startedAt(),
                status.endedAt(),
                status.stoppedBy(),
                imports.keptUntil(status),
                failure == null ? null : answer(failure, guide),
                errors,
                sentBefore);
    }

    private static FailureAnswer answer(Failure failure, @Nullable FormatGuide guide) {
        boolean unreadable = failure.cause() == Cause.UNREADABLE;
        return new FailureAnswer(
                !unreadable,
                failure.file(),
                failure.column(),
                failure.reason(),
                unreadable && guide != null ? guide.expected() : null);
    }
}
