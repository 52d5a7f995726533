package brightline.command.care;

import brightline.command.care.DeadLetterCommand.DiscardDeadLetter;
import brightline.command.care.DeadLetterCommand.RetryDeadLetter;
import brightline.command.endpoint.CodeOf;
import brightline.command.endpoint.Line;
import brightline.command.endpoint.Sample;
import brightline.command.endpoint.Words;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Parked events are tried again or discarded; both are recorded, and carried out by the projection afterwards. */
@RestController
@RequestMapping("/api/commands/dead-letters")
class DeadLetterController {
    record Retry(
            @NotNull @Line(60) String projection, @NotNull UUID eventId) {}

    record Discard(
            @NotNull @Line(60) String projection,
            @NotNull UUID eventId,
            @NotNull @CodeOf("dead-letter-reason") String reason) {}

    @Does(Action.RETRY_PARKED_EVENTS)
    @Operation(
            summary = "Have a parked event tried once more",
            description =
                    "Recorded as an event; the projection tries it, and all later ones of its record, within seconds.")
    @Sample("""
            {"projection": "timeline", "eventId": "01890a5d-ac96-774b-bcce-b302099a8057"}""")
    @PostMapping("/retries")
    RetryDeadLetter retry(@RequestBody Retry sent) {
        return new RetryDeadLetter(sent.projection().strip(), sent.eventId());
    }

    @Does(Action.DISCARD_PARKED_EVENTS)
    @Operation(
            summary = "Let a projection go on without a parked event",
            description =
                    "Recorded as an event with who and why. The event stays in the log and is listed as discarded; figures "
                            + "that miss it say so.")
    @Sample("""
            {"projection": "timeline", "eventId": "01890a5d-ac96-774b-bcce-b302099a8057", "reason": "ENTERED_AGAIN"}""")
    @PostMapping("/discards")
    DiscardDeadLetter discard(@RequestBody Discard sent) {
        return new DiscardDeadLetter(
                sent.projection().strip(), sent.eventId(), Words.code("dead-letter-reason", sent.reason()));
    }
}
