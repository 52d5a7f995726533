package brightline.command.disclosure;

import brightline.command.disclosure.DisclosureCommand.RecordDisclosure;
import brightline.command.disclosure.DisclosureCommand.SendNotice;
import brightline.command.endpoint.CodeOf;
import brightline.command.endpoint.Refusal;
import brightline.command.endpoint.Sample;
import brightline.command.endpoint.Sender;
import brightline.command.endpoint.Words;
import brightline.command.follow.RecordedStreams;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.events.DisclosureId;
import brightline.events.InteractionId;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who was given a record, under which law; and that who has a wrong one was told. */
@RestController
@RequestMapping("/api/commands/disclosures")
class DisclosureController {
    private final RecordedStreams streams;

    DisclosureController(RecordedStreams streams) {
        this.streams = streams;
    }

    record NewDisclosure(
            @NotNull InteractionId interaction,
            @NotNull @CodeOf("disclosure-recipient") String recipient,
            @NotNull @CodeOf("disclosure-basis") String basis,

            @NotNull @Size(min = 1, max = 20) @CodeOf("disclosure-part")
            List<String> parts,

            @NotNull Instant disclosedAt) {}

    record Notice(
            @NotNull Instant sentAt,
            @NotNull @CodeOf("notice-manner") String manner) {}

    @Does(Action.RECORD_DISCLOSURE)
    @Operation(
            summary = "Record that a record was given to somebody",
            description = "Where the record later turns out to be wrong, a notice to the recipient falls due.")
    @Sample("""
            {"interaction": "5e0d1c2e-6f0e-4b1a-9a55-0a6f6f1d2c3b", "recipient": "SCHOOL",
             "basis": "RECIPROCAL_REPORTING", "parts": ["REPORT"], "disclosedAt": "2026-03-03T15:00:00Z"}""")
    @PostMapping
    RecordDisclosure record(@RequestBody NewDisclosure sent, Sender sender) {
        if (!streams.has(sent.interaction())) {
            throw Refusal.of("/interaction", "unknown-record", "is no interaction");
        }
        return new RecordDisclosure(
                sender.newId(DisclosureId::new),
                sent.interaction(),
                Words.code("disclosure-recipient", sent.recipient()),
                Words.code("disclosure-basis", sent.basis()),
                sent.parts().stream()
                        .map(part -> Words.code("disclosure-part", part))
                        .toList(),
                sent.disclosedAt(),
                sender.now());
    }

    @Does(Action.RECORD_NOTICE_OF_DISCLOSURE)
    @Operation(summary = "Record that who has a wrong record was told", description = "Only while a notice is due.")
    @Sample("""
            {"sentAt": "2026-03-10T15:00:00Z", "manner": "LETTER"}""")
    @PostMapping("/{id}/notices")
    SendNotice notice(@PathVariable UUID id, @RequestBody Notice sent, Sender sender) {
        return new SendNotice(
                new DisclosureId(id), sent.sentAt(), Words.code("notice-manner", sent.manner()), sender.now());
    }
}
