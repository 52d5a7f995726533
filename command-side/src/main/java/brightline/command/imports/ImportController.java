package brightline.command.imports;

import brightline.command.imports.ImportStatus.Rejection;
import brightline.command.imports.ImportStatus.State;
import brightline.command.submission.Request;
import brightline.command.submission.Requests;
import brightline.edge.access.CurrentActor;
import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.ImportId;
import brightline.events.Stated;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
@RequestMapping(path = "/api/commands/imports", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Imports")
class ImportController {
    static final String EXAMPLE = """
            {"file": "school,day,total,race/BLACK,race/WHITE\\nMAR,2025-10-01,2200,800,600\\n"}
            """;
    private static final String KEY = "16 to 255 visible characters, new for each submission";

    private static final int ERRORS_SHOWN = 1_000;
    private static final int LISTED = 200;
    private static final Map<String, Stated> ASSUMPTIONS = Map.of("missing", Stated.MISSING, "no", Stated.NO);

    private final Imports imports;
    private final ImportLedger ledger;
    private final Requests requests;

    ImportController(Imports imports, ImportLedger ledger, Requests requests) {
        this.imports = imports;
        this.ledger = ledger;
        this.requests = requests;
    }

    /**
     * An import as answered.
     *
     * @param lines answered so far
     * @param errors the first thousand, by line; null in a list
     */
    record ImportAnswer(
            ImportId id,
            State state,
            String format,
            String assumeImminent,
            long lines,
            long accepted,
            long duplicates,
            long outOfScope,
            long rejected,
            long bytes,
            long bytesRead,
            Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable List<Rejection> errors) {
        static ImportAnswer of(ImportStatus status, @Nullable List<Rejection> errors) {
            return new ImportAnswer(
                    status.importId(),
                    status.state(),
                    status.format(),
                    status.assumedImminence() == Stated.NO ? "no" : "missing",
                    status.counts().lines(),
                    status.counts().accepted(),
                    status.counts().duplicates(),
                    status.counts().outOfScope(),
                    status.counts().rejected(),
                    status.bytes(),
                    status.nextOffset(),
                    status.startedAt(),
                    status.endedAt(),
                    errors);
        }
    }

    private record Upload(String format, String assumeImminent, String sha256) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Take a file in",
            description =
                    "Answers at once and goes on reading; ask at Location how far it has come. The same file with the"
                            + " same options is the same import, and lines that say nothing new change nothing.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                            examples = @ExampleObject(EXAMPLE))))
    @Parameter(in = ParameterIn.HEADER, name = Requests.KEY_HEADER, description = KEY)
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
            HttpServletRequest http)
            throws IOException {
        List<FieldProblem> problems = new ArrayList<>();
        if (!Imports.formats().contains(format)) {
            problems.add(new FieldProblem("/format", "unknown-format", "must be one of " + Imports.formats()));
        }
        Stated assumed = ASSUMPTIONS.get(assumeImminent);
        if (assumed == null) {
            problems.add(new FieldProblem("/assumeImminent", "wrong-value", "must be missing or no"));
        } else if (assumed == Stated.NO
                && ImportFormat.named(format)
                        .filter(one -> !(one instanceof LineFormat))
                        .isPresent()) {
            problems.add(new FieldProblem("/assumeImminent", "wrong-value", "says nothing about such a file"));
        }
        if (!problems.isEmpty() || assumed == null) {
            throw new ProblemException(Problem.invalid(problems));
        }
        String actor = CurrentActor.required().username();
        ImportId id = imports.start(
                file.getInputStream(),
                format,
                assumed,
                sha256 -> http.getHeader(Requests.KEY_HEADER) == null
                        ? Request.inside(actor)
                        : requests.of(http, actor, new Upload(format, assumeImminent, sha256)));
        return ResponseEntity.accepted()
                .location(URI.create("/api/commands/imports/" + id))
                .body(found(id));
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far an import has come, and which lines were not taken")
    ImportAnswer status(@PathVariable UUID id) {
        return found(new ImportId(id));
    }

    /** The latest ones first. */
    @GetMapping
    @Operation(summary = "The latest imports, the last one first")
    List<ImportAnswer> list() {
        return ledger.latest(LISTED).stream()
                .map(status -> ImportAnswer.of(status, null))
                .toList();
    }

    /** What a format is and what its columns mean, as text. */
    @GetMapping(path = "/formats/{name}", produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @Operation(summary = "What a format of files is and what its columns mean")
    String format(
            @Parameter(description = "One of the formats' names", example = "brightline-enrolment") @PathVariable
                    String name) {
        return ImportFormat.named(name)
                .orElseThrow(() -> new ProblemException(Problem.notFound()))
                .description();
    }

    private ImportAnswer found(ImportId id) {
        ImportStatus status = ledger.find(id).orElseThrow(() -> new ProblemException(Problem.notFound()));
        return ImportAnswer.of(status, ledger.rejections(id, ERRORS_SHOWN));
    }
}
