package brightline.command.diversion;

import brightline.command.diversion.DiversionCommand.*;
import brightline.command.fields.FieldReader;
import brightline.command.interaction.Editor;
import brightline.command.register.ReferenceAnswers;
import brightline.command.register.ReferenceRegister;
import brightline.command.submission.Commands;
import brightline.command.submission.DerivedIds;
import brightline.command.submission.Findings;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Request;
import brightline.command.submission.Requests;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.events.DiversionId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Diversions over HTTP, step by step. Each step may come late: its day says when it happened. */
@RestController
@RequestMapping(path = "/api/commands/diversions", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Diversions")
class DiversionController {

    private final Commands commands;
    private final Requests requests;
    private final ReferenceRegister registers;
    private final RecordingClock clock;
    private final Accounts accounts;

    DiversionController(
            Commands commands,
            Requests requests,
            ReferenceRegister registers,
            RecordingClock clock,
            Accounts accounts) {
        this.commands = commands;
        this.requests = requests;
        this.registers = registers;
        this.clock = clock;
        this.accounts = accounts;
    }

    @Does(Action.OFFER_DIVERSION)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Offer an alternative to arrest or court",
            description =
                    "For a station adjustment the answer says what our records know of the limits on their number.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples = {
                                                @ExampleObject(
                                                        name = "Station adjustment",
                                                        value = DiversionExamples.OFFER),
                                                @ExampleObject(
                                                        name = "Restorative circle",
                                                        value = DiversionExamples.OFFER_CIRCLE)
                                            })))
    @KeyHeader
    ResponseEntity<DiversionAnswer> offer(
            @RequestBody DiversionDocument.Offer body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return begin(body, actor, http, reader -> reader.offer(body, accounts));
    }

    @Does(Action.RECORD_DIVERSION_NOT_USED)
    @PostMapping("/not-used")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Record an alternative that was considered and not used",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(DiversionExamples.NOT_USED))))
    @KeyHeader
    ResponseEntity<DiversionAnswer> notUsed(
            @RequestBody DiversionDocument.NotUsed body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return begin(body, actor, http, reader -> reader.notUsed(body));
    }

    @Does(Action.ACCEPT_DIVERSION)
    @PostMapping("/{id}/acceptance")
    @Operation(
            summary = "Record that student and family agreed",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(DiversionExamples.ACCEPTANCE))))
    @KeyHeader
    ResponseEntity<DiversionAnswer> acceptance(
            @PathVariable UUID id,
            @RequestBody DiversionDocument.Acceptance body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return step(
                id, body, actor, http, (of, reader) -> new AcceptDiversion(of, reader.writer(), reader.on(body.on())));
    }

    @Does(Action.DECLINE_DIVERSION)
    @PostMapping("/{id}/decline")
    @Operation(
            summary = "Record that it was declined",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(DiversionExamples.DECLINE))))
    @KeyHeader
    ResponseEntity<DiversionAnswer> decline(
            @PathVariable UUID id,
            @RequestBody DiversionDocument.Decline body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return step(
                id,
                body,
                actor,
                http,
                (of, reader) -> reader.onWith(
                        body.on(),
                        "/by",
                        body.by(),
                        "declined-by",
                        (on, by) -> new DeclineDiversion(of, reader.writer(), on, by)));
    }

    @Does(Action.START_DIVERSION)
    @PostMapping("/{id}/start")
    @Operation(
            summary = "Record that the student began",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(DiversionExamples.START))))
    @KeyHeader
    ResponseEntity<DiversionAnswer> start(
            @PathVariable UUID id,
            @RequestBody DiversionDocument.Start body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return step(id, body, actor, http, (of, reader) -> reader.start(body));
    }

    @Does(Action.RECORD_STATION_ADJUSTMENT)
    @PostMapping("/{id}/station-adjustment")
    @Operation(
            summary = "Issue a station adjustment with its terms",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(DiversionExamples.TERMS))))
    @KeyHeader
    ResponseEntity<DiversionAnswer> stationAdjustment(
            @PathVariable UUID id,
            @RequestBody DiversionDocument.Terms body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return step(
                id,
                body,
                actor,
                http,
                (of, reader) -> new IssueStationAdjustment(of, reader.writer(), reader.terms(body)));
    }

    @Does(Action.RECORD_STATE_QUERY)
    @PostMapping("/{id}/state-query")
    @Operation(
            summary = "Record what the state's system answered about earlier station adjustments",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(DiversionExamples.QUERY))))
    @KeyHeader
    ResponseEntity<DiversionAnswer> stateQuery(
            @PathVariable UUID id,
            @RequestBody DiversionDocument.Query body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return step(
                id, body, actor, http, (of, reader) -> new RecordStateQuery(of, reader.writer(), reader.query(body)));
    }

    @Does(Action.EXTEND_DIVERSION)
    @PostMapping("/{id}/extension")
    @Operation(
            summary = "Give more time",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(DiversionExamples.EXTENSION))))
    @KeyHeader
    ResponseEntity<DiversionAnswer> extension(
            @PathVariable UUID id,
            @RequestBody DiversionDocument.Extension body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return step(id, body, actor, http, (of, reader) -> reader.extension(body));
    }

    @Does(Action.RECORD_BREACH)
    @PostMapping("/{id}/breach")
    @Operation(
            summary = "Record that terms were broken",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(DiversionExamples.BREACH))))
    @KeyHeader
    ResponseEntity<DiversionAnswer> breach(
            @PathVariable UUID id,
            @RequestBody DiversionDocument.Breach body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return step(id, body, actor, http, (of, reader) -> reader.breach(body));
    }

    @Does(Action.COMPLETE_DIVERSION)
    @PostMapping("/{id}/completion")
    @Operation(
            summary = "Record that everything agreed was done",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(DiversionExamples.COMPLETION))))
    @KeyHeader
    ResponseEntity<DiversionAnswer> completion(
            @PathVariable UUID id,
            @RequestBody DiversionDocument.Completion body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return step(
                id,
                body,
                actor,
                http,
                (of, reader) -> new CompleteDiversion(of, reader.writer(), reader.on(body.on())));
    }

    @Does(Action.FAIL_DIVERSION)
    @PostMapping("/{id}/failure")
    @Operation(
            summary = "Record that it failed",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(DiversionExamples.FAILURE))))
    @KeyHeader
    ResponseEntity<DiversionAnswer> failure(
            @PathVariable UUID id,
            @RequestBody DiversionDocument.Failure body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return step(
                id,
                body,
                actor,
                http,
                (of, reader) -> reader.onWith(
                        body.on(),
                        "/reason",
                        body.reason(),
                        "failure-reason",
                        (on, reason) -> new FailDiversion(of, reader.writer(), on, reason)));
    }

    @Does(Action.RECORD_OUTCOME_UNKNOWN)
    @PostMapping("/{id}/unknown")
    @Operation(
            summary = "Record that the outcome could not be found out",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(DiversionExamples.UNKNOWN))))
    @KeyHeader
    ResponseEntity<DiversionAnswer> unknown(
            @PathVariable UUID id,
            @RequestBody DiversionDocument.Unknown body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return step(
                id,
                body,
                actor,
                http,
                (of, reader) -> reader.onWith(
                        body.on(),
                        "/reason",
                        body.reason(),
                        "unknown-outcome-reason",
                        (on, reason) -> new StateUnknown(of, reader.writer(), on, reason)));
    }

    @Does(Action.RECORD_PROVIDER_REPORT)
    @PostMapping("/{id}/provider-reports")
    @Operation(
            summary = "Report for the program",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(DiversionExamples.REPORT))))
    @KeyHeader
    ResponseEntity<DiversionAnswer> providerReports(
            @PathVariable UUID id,
            @RequestBody DiversionDocument.Report body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return step(id, body, actor, http, (of, reader) -> reader.report(body));
    }

    @Does(Action.VOID_DIVERSION)
    @PostMapping("/{id}/void")
    @Operation(
            summary = "Take a diversion out of all figures",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(DiversionExamples.VOID))))
    @KeyHeader
    ResponseEntity<DiversionAnswer> voided(
            @PathVariable UUID id,
            @RequestBody DiversionDocument.Voiding body,
            @Parameter(hidden = true) CurrentActor actor,
            HttpServletRequest http) {
        return step(
                id, body, actor, http, (of, reader) -> new VoidDiversion(of, reader.writer(), reader.voiding(body)));
    }

    private ResponseEntity<DiversionAnswer> begin(
            DiversionDocument body,
            CurrentActor actor,
            HttpServletRequest http,
            java.util.function.Function<DiversionReader, DiversionCommand> read) {
        Request request = requests.of(http, actor.username());
        DiversionId id = new DiversionId(DerivedIds.of(request, 0));
        return ReferenceAnswers.created(
                commands.send(read.apply(reader(id, actor)), DiversionAnswer.class, request),
                "/api/commands/diversions/",
                DiversionAnswer::diversion);
    }

    private ResponseEntity<DiversionAnswer> step(
            UUID id,
            DiversionDocument body,
            CurrentActor actor,
            HttpServletRequest http,
            BiFunction<DiversionId, DiversionReader, DiversionCommand> read) {
        Request request = requests.of(http, actor.username());
        DiversionId of = new DiversionId(id);
        return ReferenceAnswers.done(commands.send(read.apply(of, reader(of, actor)), DiversionAnswer.class, request));
    }

    private DiversionReader reader(DiversionId id, CurrentActor actor) {
        Findings findings = new Findings();
        return new DiversionReader(
                findings,
                new FieldReader(findings, registers.current(), clock.instant()),
                id,
                new DiversionWriter(Editor.of(actor), actor.role() == AccountRole.PROVIDER ? actor.username() : null));
    }
}
