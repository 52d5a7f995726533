package brightline.command.keys;

import brightline.command.submission.DerivedIds;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Request;
import brightline.command.submission.Requests;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.keys.KeyRotation;
import brightline.edge.keys.RotationReport;
import brightline.edge.keys.RotationReport.Step;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Changes of the key-encryption key over HTTP. */
@RestController
@RequestMapping(path = "/api/commands/key-rotations", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Keys")
class KeyRotationController {
    private static final Logger log = LoggerFactory.getLogger(KeyRotationController.class);

    private static final String EXAMPLE = """
            {"id": "0b6f4a52-6f1c-8a53-9d57-0d7f1c3a9b11", "oldKey": "9f86d081884c7d65", "newKey": "60303ae22b998861",
             "step": "DONE", "rewrapped": 18211, "backup": "keys-20260302T101500000Z.zip", "verifiedKeys": 52117,
             "problem": null, "startedAt": "2026-03-02T10:14:41Z", "endedAt": "2026-03-02T10:15:09Z"}""";

    private final KeyRotation rotation;
    private final Requests requests;

    KeyRotationController(KeyRotation rotation, Requests requests) {
        this.rotation = rotation;
        this.requests = requests;
    }

    @Does(Action.ROTATE_KEYS)
    @PostMapping
    @Operation(
            summary = "Change the key-encryption key",
            description =
                    "Everything is rewrapped, backed up and that backup tried out before the old key is destroyed; "
                            + "every older backup of the key store is dead from then on. Goes on with a change that was interrupted.",
            responses = {
                @ApiResponse(
                        responseCode = "202",
                        description = "Under way; ask again at Location",
                        content = @Content(examples = @ExampleObject(EXAMPLE))),
                @ApiResponse(
                        responseCode = "200",
                        description = "Done, by an earlier request under the same key",
                        content = @Content(examples = @ExampleObject(EXAMPLE)))
            })
    @KeyHeader
    ResponseEntity<RotationReport> change(@Parameter(hidden = true) CurrentActor actor, HttpServletRequest http) {
        Request request = requests.of(http, actor.username());
        RotationReport report = rotation.request(DerivedIds.of(request, 0));
        log.atInfo()
                .addKeyValue("event", "key-rotation.requested")
                .addKeyValue("actor", actor.username())
                .addKeyValue("rotation", report.id())
                .log("A change of the key-encryption key was asked for");
        return ResponseEntity.status(report.step() == Step.DONE ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .location(URI.create("/api/commands/key-rotations/" + report.id()))
                .body(report);
    }

    @Does(Action.READ_KEY_ROTATION)
    @GetMapping("/{id}")
    @Operation(
            summary = "How far a change of the key-encryption key has come",
            responses =
                    @ApiResponse(
                            responseCode = "200",
                            description = "Its state",
                            content = @Content(examples = @ExampleObject(EXAMPLE))))
    RotationReport find(@PathVariable UUID id) {
        return rotation.find(id).orElseThrow(() -> new ProblemException(Problem.notFound()));
    }
}
