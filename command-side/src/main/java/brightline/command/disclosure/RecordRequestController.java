package brightline.command.disclosure;

import brightline.command.disclosure.RecordRequestCommand.*;
import brightline.command.follow.RecordedStreams;
import brightline.command.register.FieldChecks;
import brightline.command.register.ReferenceAnswers;
import brightline.command.register.ReferenceRegister;
import brightline.command.submission.Commands;
import brightline.command.submission.DerivedIds;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Request;
import brightline.command.submission.Requests;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.edge.description.CodeList;
import brightline.events.Code;
import brightline.events.InteractionId;
import brightline.events.RequestId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Requests of parents and students to see or amend a record. */
@RestController
@RequestMapping(path = "/api/commands/requests", produces = MediaType.APPLICATION_JSON_VALUE)
class RecordRequestController {
    private static final int LONGEST_STATEMENT = 20_000;

    private final Commands commands;
    private final Requests requests;
    private final RecordedStreams streams;
    private final ReferenceRegister register;
    private final RecordingClock clock;

    RecordRequestController(
            Commands commands,
            Requests requests,
            RecordedStreams streams,
            ReferenceRegister register,
            RecordingClock clock) {
        this.commands = commands;
        this.requests = requests;
        this.streams = streams;
        this.register = register;
        this.clock = clock;
    }

    /**
     * @param kind code list {@code request-kind}
     * @param from code list {@code request-from}
     */
    record NewRequest(
            @NotNull @Nullable UUID interaction,
            @NotBlank @CodeList("request-kind") @Nullable String kind,
            @NotBlank @CodeList("request-from") @Nullable String from,
            @NotNull @Nullable Instant receivedAt) {}

    /**
     * @param decision code list {@code request-decision}
     * @param decidedOn day in the agency's zone
     */
    record DecisionMade(
            @NotBlank @CodeList("request-decision") @Nullable
            String decision,

            @NotNull @Nullable LocalDate decidedOn) {}

    /** Kept encrypted. */
    record Statement(@NotBlank @Size(max = 20_000) @Nullable String statement) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    @KeyHeader
    @Operation(
            summary = "Record a request to see or amend a record",
            description = "Who asks is told by a code; who that is stands in the letter.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                    {"interaction": "5e0d1c2e-6f0e-4b1a-9a55-0a6f6f1d2c3b", "kind": "AMEND", "from": "PARENT",
                     "receivedAt": "2026-03-09T15:00:00Z"}
                    """))))
    @Does(Action.RECEIVE_RECORD_REQUEST)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<RequestAnswer> receive(@RequestBody NewRequest body, HttpServletRequest http) {
        Instant now = clock.instant();
        LocalDate today = now.atZone(zone()).toLocalDate();
        FieldChecks checks = new FieldChecks();
        checks.given("/interaction", body.interaction());
        if (body.interaction() != null && !streams.has(new InteractionId(body.interaction()))) {
            checks.wrong("/interaction", "unknown-record", "is no interaction");
        }
        Code kind = checks.code("/kind", body.kind(), "request-kind", today);
        Code from = checks.code("/from", body.from(), "request-from", today);
        checks.given("/receivedAt", body.receivedAt());
        checks.refuse();
        Request request = requests.of(http, CurrentActor.required().username());
        RequestId id = new RequestId(DerivedIds.of(request, 0));
        return ReferenceAnswers.created(
                commands.send(
                        new ReceiveRequest(
                                id,
                                new InteractionId(Objects.requireNonNull(body.interaction())),
                                kind,
                                from,
                                Objects.requireNonNull(body.receivedAt()),
                                now),
                        RequestAnswer.class,
                        request),
                "/api/commands/requests/",
                RequestAnswer::id);
    }

    @KeyHeader
    @Operation(
            summary = "Decide a request",
            description = "Granted, in part or refused. What is amended is a correction of the record.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"decision\": \"REFUSED\", \"decidedOn\": \"2026-03-20\"}"))))
    @Does(Action.DECIDE_RECORD_REQUEST)
    @PostMapping("/{id}/decision")
    ResponseEntity<RequestAnswer> decide(
            @PathVariable UUID id, @RequestBody DecisionMade body, HttpServletRequest http) {
        LocalDate today = clock.instant().atZone(zone()).toLocalDate();
        FieldChecks checks = new FieldChecks();
        Code decision = checks.code("/decision", body.decision(), "request-decision", today);
        LocalDate decidedOn = body.decidedOn();
        checks.given("/decidedOn", decidedOn);
        if (decidedOn != null && decidedOn.isAfter(today)) {
            checks.wrong("/decidedOn", "wrong-value", "must not be later than today");
        }
        checks.refuse();
        return send(
                new DecideRequest(new RequestId(id), decision, Objects.requireNonNull(decidedOn), zone()), body, http);
    }

    @KeyHeader
    @Operation(
            summary = "Add the statement of who asked",
            description = "Once, where the record was not amended as asked. It is kept encrypted beside the record.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(examples = @ExampleObject("{\"statement\": \"We see it differently.\"}"))))
    @Does(Action.FILE_STATEMENT)
    @PostMapping("/{id}/statement")
    ResponseEntity<RequestAnswer> statement(
            @PathVariable UUID id, @RequestBody Statement body, HttpServletRequest http) {
        String text = body.statement() == null ? "" : body.statement().strip();
        FieldChecks checks = new FieldChecks();
        if (text.isEmpty() || text.length() > LONGEST_STATEMENT) {
            checks.wrong("/statement", "wrong-value", "must have 1 to " + LONGEST_STATEMENT + " characters");
        }
        checks.refuse();
        return send(new AddStatement(new RequestId(id), text), body, http);
    }

    private ResponseEntity<RequestAnswer> send(RecordRequestCommand command, Object body, HttpServletRequest http) {
        return ReferenceAnswers.done(commands.send(
                command,
                RequestAnswer.class,
                requests.of(http, CurrentActor.required().username())));
    }

    private ZoneId zone() {
        return register.agency().zone();
    }
}
