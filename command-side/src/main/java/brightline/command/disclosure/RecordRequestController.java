package brightline.command.disclosure;

import brightline.command.disclosure.RecordRequestCommand.*;
import brightline.command.endpoint.CodeOf;
import brightline.command.endpoint.Refusal;
import brightline.command.endpoint.Sample;
import brightline.command.endpoint.Sender;
import brightline.command.endpoint.Words;
import brightline.command.follow.RecordedStreams;
import brightline.command.register.RegisterEdition;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.events.InteractionId;
import brightline.events.RequestId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Requests of parents and students to see or amend a record. */
@RestController
@RequestMapping("/api/commands/requests")
class RecordRequestController {
    private static final int LONGEST_STATEMENT = 20_000;

    private final RecordedStreams streams;

    RecordRequestController(RecordedStreams streams) {
        this.streams = streams;
    }

    record NewRequest(
            @NotNull InteractionId interaction,
            @NotNull @CodeOf("request-kind") String kind,
            @NotNull @CodeOf("request-from") String from,
            @NotNull Instant receivedAt) {}

    /** @param decidedOn day in the agency's zone */
    record DecisionMade(
            @NotNull @CodeOf("request-decision") String decision,
            @NotNull LocalDate decidedOn) {}

    /** Kept encrypted. */
    record Statement(
            @NotBlank @Size(max = LONGEST_STATEMENT) String statement) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    @Does(Action.RECEIVE_RECORD_REQUEST)
    @Operation(
            summary = "Record a request to see or amend a record",
            description = "Who asks is told by a code; who that is stands in the letter.")
    @Sample("""
            {"interaction": "5e0d1c2e-6f0e-4b1a-9a55-0a6f6f1d2c3b", "kind": "AMEND", "from": "PARENT",
             "receivedAt": "2026-03-09T15:00:00Z"}""")
    @PostMapping
    ReceiveRequest receive(@RequestBody NewRequest sent, Sender sender) {
        if (!streams.has(sent.interaction())) {
            throw Refusal.of("/interaction", "unknown-record", "is no interaction");
        }
        return new ReceiveRequest(
                sender.newId(RequestId::new),
                sent.interaction(),
                Words.code("request-kind", sent.kind()),
                Words.code("request-from", sent.from()),
                sent.receivedAt(),
                sender.now());
    }

    @Does(Action.DECIDE_RECORD_REQUEST)
    @Operation(
            summary = "Decide a request",
            description = "Granted, in part or refused. What is amended is a correction of the record.")
    @Sample("""
            {"decision": "REFUSED", "decidedOn": "2026-03-20"}""")
    @PostMapping("/{id}/decision")
    DecideRequest decide(@PathVariable UUID id, @RequestBody DecisionMade sent, Sender sender, RegisterEdition known) {
        ZoneId zone = known.agency().zone();
        if (sent.decidedOn().isAfter(sender.now().atZone(zone).toLocalDate())) {
            throw Refusal.of("/decidedOn", "wrong-value", "must not be later than today");
        }
        return new DecideRequest(
                new RequestId(id), Words.code("request-decision", sent.decision()), sent.decidedOn(), zone);
    }

    @Does(Action.FILE_STATEMENT)
    @Operation(
            summary = "Add the statement of who asked",
            description = "Once, where the record was not amended as asked. It is kept encrypted beside the record.")
    @Sample("""
            {"statement": "We see it differently."}""")
    @PostMapping("/{id}/statement")
    AddStatement statement(@PathVariable UUID id, @RequestBody Statement sent) {
        return new AddStatement(new RequestId(id), sent.statement().strip());
    }
}
