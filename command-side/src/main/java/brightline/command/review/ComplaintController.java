package brightline.command.review;

import brightline.command.endpoint.CodeOf;
import brightline.command.endpoint.Refusal;
import brightline.command.endpoint.Sample;
import brightline.command.endpoint.Sender;
import brightline.command.endpoint.Words;
import brightline.command.follow.RecordedStreams;
import brightline.command.review.ComplaintCommand.ReceiveComplaint;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.events.ComplaintId;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Complaints and notices about what is recorded. What they say is kept elsewhere. */
@RestController
@RequestMapping("/api/commands/complaints")
class ComplaintController {
    private final RecordedStreams streams;

    ComplaintController(RecordedStreams streams) {
        this.streams = streams;
    }

    /** @param incident the incident as a whole; else the contact */
    record NewComplaint(
            @Nullable IncidentId incident,
            @Nullable InteractionId interaction,
            @NotNull @CodeOf("complaint-kind") String kind,
            @NotNull Instant receivedAt) {}

    @Does(Action.RECEIVE_COMPLAINT)
    @Operation(
            summary = "Record a complaint or notice",
            description = "About one incident or one contact, with the moment it was received. It opens a review.")
    @Sample("""
            {"interaction": "5e0d1c2e-6f0e-4b1a-9a55-0a6f6f1d2c3b", "kind": "PARENT_COMPLAINT",
             "receivedAt": "2026-03-08T15:00:00Z"}""")
    @PostMapping
    ReceiveComplaint receive(@RequestBody NewComplaint sent, Sender sender) {
        IncidentId incident = sent.incident();
        InteractionId interaction = sent.interaction();
        if ((incident == null) == (interaction == null)) {
            throw Refusal.of("", "wrong-value", "is about either an incident or an interaction");
        }
        if (incident != null && !streams.has(incident)) {
            throw Refusal.of("/incident", "unknown-record", "is no incident");
        }
        if (interaction != null && !streams.has(interaction)) {
            throw Refusal.of("/interaction", "unknown-record", "is no interaction");
        }
        return new ReceiveComplaint(
                sender.newId(ComplaintId::new),
                incident,
                interaction,
                Words.code("complaint-kind", sent.kind()),
                sent.receivedAt(),
                sender.now());
    }
}
