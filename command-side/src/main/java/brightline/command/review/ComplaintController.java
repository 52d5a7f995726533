package brightline.command.review;

import brightline.command.follow.RecordedStreams;
import brightline.command.register.FieldChecks;
import brightline.command.register.ReferenceAnswers;
import brightline.command.register.ReferenceRegister;
import brightline.command.review.ComplaintCommand.ReceiveComplaint;
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
import brightline.events.ComplaintId;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Complaints and notices about what is recorded. What they say is kept elsewhere. */
@RestController
@RequestMapping(path = "/api/commands/complaints", produces = MediaType.APPLICATION_JSON_VALUE)
class ComplaintController {
    private final Commands commands;
    private final Requests requests;
    private final RecordedStreams streams;
    private final ReferenceRegister register;
    private final RecordingClock clock;

    ComplaintController(
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
     * @param incident the incident as a whole; else the contact
     * @param kind code list {@code complaint-kind}
     */
    record NewComplaint(
            @Nullable UUID incident,
            @Nullable UUID interaction,
            @NotBlank @CodeList("complaint-kind") @Nullable String kind,
            @NotNull @Nullable Instant receivedAt) {}

    @KeyHeader
    @Operation(
            summary = "Record a complaint or notice",
            description = "About one incident or one contact, with the moment it was received. It opens a review.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                    {"interaction": "5e0d1c2e-6f0e-4b1a-9a55-0a6f6f1d2c3b", "kind": "PARENT_COMPLAINT",
                     "receivedAt": "2026-03-08T15:00:00Z"}
                    """))))
    @Does(Action.RECEIVE_COMPLAINT)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ComplaintAnswer> receive(@RequestBody NewComplaint body, HttpServletRequest http) {
        Instant now = clock.instant();
        FieldChecks checks = new FieldChecks();
        Code kind = checks.code(
                "/kind",
                body.kind(),
                "complaint-kind",
                now.atZone(register.agency().zone()).toLocalDate());
        checks.given("/receivedAt", body.receivedAt());
        IncidentId incident = body.incident() == null ? null : new IncidentId(body.incident());
        InteractionId interaction = body.interaction() == null ? null : new InteractionId(body.interaction());
        if ((incident == null) == (interaction == null)) {
            checks.wrong("", "wrong-value", "is about either an incident or an interaction");
        } else if (incident != null && !streams.has(incident)) {
            checks.wrong("/incident", "unknown-record", "is no incident");
        } else if (interaction != null && !streams.has(interaction)) {
            checks.wrong("/interaction", "unknown-record", "is no interaction");
        }
        checks.refuse();
        Request request = requests.of(http, CurrentActor.required().username());
        ComplaintId id = new ComplaintId(DerivedIds.of(request, 0));
        return ReferenceAnswers.created(
                commands.send(
                        new ReceiveComplaint(
                                id, incident, interaction, kind, Objects.requireNonNull(body.receivedAt()), now),
                        ComplaintAnswer.class,
                        request),
                "/api/commands/complaints/",
                ComplaintAnswer::id);
    }
}
