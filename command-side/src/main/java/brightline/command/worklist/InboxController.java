package brightline.command.worklist;

import brightline.command.follow.RecordedStreams;
import brightline.command.register.FieldChecks;
import brightline.command.register.ReferenceAnswers;
import brightline.command.submission.Commands;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Requests;
import brightline.command.worklist.WorkCommand.MarkDone;
import brightline.command.worklist.WorkCommand.MarkRead;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** An account marks items of its own work list. */
@RestController
@RequestMapping(path = "/api/commands/inbox", produces = MediaType.APPLICATION_JSON_VALUE)
class InboxController {
    private static final Pattern ITEM =
            Pattern.compile("(review|deadline|notice|request)/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final String EXAMPLE = "{\"item\": \"review/5e0d1c2e-6f0e-4b1a-9a55-0a6f6f1d2c3b\"}";

    private final Commands commands;
    private final Requests requests;
    private final RecordedStreams streams;

    InboxController(Commands commands, Requests requests, RecordedStreams streams) {
        this.commands = commands;
        this.requests = requests;
        this.streams = streams;
    }

    /** @param item as the work list names it */
    record Item(@NotBlank @Size(max = 80) @Nullable String item) {}

    @KeyHeader
    @Operation(
            summary = "Mark an item of one's work list as read",
            description = "For the account that sends, and no other.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(EXAMPLE))))
    @Does(Action.MARK_READ)
    @PostMapping("/read")
    ResponseEntity<WorkAnswer> read(@RequestBody Item body, HttpServletRequest http) {
        return send(new MarkRead(item(body), CurrentActor.required().username()), body, http);
    }

    @KeyHeader
    @Operation(
            summary = "Take an item off one's work list",
            description = "For the account that sends, and no other. The work itself is ended by its own command.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(EXAMPLE))))
    @Does(Action.MARK_DONE)
    @PostMapping("/done")
    ResponseEntity<WorkAnswer> done(@RequestBody Item body, HttpServletRequest http) {
        return send(new MarkDone(item(body), CurrentActor.required().username()), body, http);
    }

    private String item(Item body) {
        FieldChecks checks = new FieldChecks();
        String item = checks.text("/item", body.item(), 80);
        if (!item.isEmpty()
                && (!ITEM.matcher(item).matches()
                        || streams.existing(List.of(item.substring(item.indexOf('/') + 1)))
                                .isEmpty())) {
            checks.wrong("/item", "unknown-item", "is no item of a work list");
        }
        checks.refuse();
        return item;
    }

    private ResponseEntity<WorkAnswer> send(WorkCommand command, Object body, HttpServletRequest http) {
        return ReferenceAnswers.done(commands.send(command, WorkAnswer.class, requests.of(http, command.account())));
    }
}
