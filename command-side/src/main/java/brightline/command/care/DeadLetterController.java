package brightline.command.care;

import brightline.command.care.DeadLetterCommand.DiscardDeadLetter;
import brightline.command.care.DeadLetterCommand.RetryDeadLetter;
import brightline.command.register.FieldChecks;
import brightline.command.register.ReferenceAnswers;
import brightline.command.submission.Commands;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Requests;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.description.CodeList;
import brightline.events.Code;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Parked events are tried again or discarded; both are recorded, and carried out by the projection afterwards. */
@RestController
@RequestMapping(path = "/api/commands/dead-letters", produces = MediaType.APPLICATION_JSON_VALUE)
class DeadLetterController {
    private static final String REASONS = "dead-letter-reason";
    private static final String RETRY = """
            {"projection": "timeline", "eventId": "01890a5d-ac96-774b-bcce-b302099a8057"}
            """;
    private static final String DISCARD = """
            {"projection": "timeline", "eventId": "01890a5d-ac96-774b-bcce-b302099a8057", "reason": "ENTERED_AGAIN"}
            """;

    private final Commands commands;
    private final Requests requests;

    DeadLetterController(Commands commands, Requests requests) {
        this.commands = commands;
        this.requests = requests;
    }

    record Retry(
            @NotBlank @Size(max = 60) @Nullable String projection,
            @NotNull @Nullable UUID eventId) {}

    record Discard(
            @NotBlank @Size(max = 60) @Nullable String projection,
            @NotNull @Nullable UUID eventId,

            @NotBlank @CodeList("dead-letter-reason") @Nullable
            String reason) {}

    @KeyHeader
    @Operation(
            summary = "Have a parked event tried once more",
            description =
                    "Recorded as an event; the projection tries it, and all later ones of its record, within seconds.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(RETRY))))
    @Does(Action.RETRY_PARKED_EVENTS)
    @PostMapping("/retries")
    ResponseEntity<DeadLetterAnswer> retry(@RequestBody Retry body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        String projection = checks.text("/projection", body.projection(), 60);
        checks.given("/eventId", body.eventId());
        checks.refuse();
        return answered(new RetryDeadLetter(projection, Objects.requireNonNull(body.eventId())), body, http);
    }

    @KeyHeader
    @Operation(
            summary = "Let a projection go on without a parked event",
            description =
                    "Recorded as an event with who and why. The event stays in the log and is listed as discarded; figures "
                            + "that miss it say so.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(DISCARD))))
    @Does(Action.DISCARD_PARKED_EVENTS)
    @PostMapping("/discards")
    ResponseEntity<DeadLetterAnswer> discard(@RequestBody Discard body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        String projection = checks.text("/projection", body.projection(), 60);
        checks.given("/eventId", body.eventId());
        Code reason = checks.code("/reason", body.reason(), REASONS, LocalDate.now(ZoneOffset.UTC));
        checks.refuse();
        return answered(new DiscardDeadLetter(projection, Objects.requireNonNull(body.eventId()), reason), body, http);
    }

    private ResponseEntity<DeadLetterAnswer> answered(DeadLetterCommand command, Object body, HttpServletRequest http) {
        return ReferenceAnswers.done(commands.send(
                command,
                DeadLetterAnswer.class,
                requests.of(http, CurrentActor.required().username())));
    }
}
