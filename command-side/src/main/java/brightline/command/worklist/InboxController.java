package brightline.command.worklist;

import brightline.command.endpoint.Line;
import brightline.command.endpoint.Refusal;
import brightline.command.endpoint.Sample;
import brightline.command.endpoint.Sender;
import brightline.command.follow.RecordedStreams;
import brightline.command.worklist.WorkCommand.MarkDone;
import brightline.command.worklist.WorkCommand.MarkRead;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An account marks items of its own work list. */
@RestController
@RequestMapping("/api/commands/inbox")
class InboxController {
    private static final Pattern ITEM =
            Pattern.compile("(review|deadline|notice|request)/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String EXAMPLE = "{\"item\": \"review/5e0d1c2e-6f0e-4b1a-9a55-0a6f6f1d2c3b\"}";

    private final RecordedStreams streams;

    InboxController(RecordedStreams streams) {
        this.streams = streams;
    }

    /** @param item as the work list names it */
    record Item(@NotNull @Line(80) String item) {}

    @Does(Action.MARK_READ)
    @Operation(
            summary = "Mark an item of one's work list as read",
            description = "For the account that sends, and no other.")
    @Sample(EXAMPLE)
    @PostMapping("/read")
    MarkRead read(@RequestBody Item sent, Sender sender) {
        return new MarkRead(known(sent), sender.actor().username());
    }

    @Does(Action.MARK_DONE)
    @Operation(
            summary = "Take an item off one's work list",
            description = "For the account that sends, and no other. The work itself is ended by its own command.")
    @Sample(EXAMPLE)
    @PostMapping("/done")
    MarkDone done(@RequestBody Item sent, Sender sender) {
        return new MarkDone(known(sent), sender.actor().username());
    }

    private String known(Item sent) {
        String item = sent.item().strip();
        if (!ITEM.matcher(item).matches()
                || streams.existing(List.of(item.substring(item.indexOf('/') + 1)))
                        .isEmpty()) {
            throw Refusal.of("/item", "unknown-item", "is no item of a work list");
        }
        return item;
    }
}
