package brightline.query.replay;

import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Replays over HTTP. */
@RestController
@RequestMapping("/api/queries/replays")
@Tag(name = "Replays")
final class ReplayController {
    private static final String KEY = "[\\x21-\\x7e]{16,255}";

    record ReplayList(List<Replay> replays) {}

    private final Replays replays;

    ReplayController(Replays replays) {
        this.replays = replays;
    }

    @Does(Action.START_REPLAY)
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Rebuild every projection from the log beside the live ones, and compare",
            description = "Answers at once; ask at Location how far it has come. One at a time.")
    ResponseEntity<Replay> start(
            @Parameter(description = "16 to 255 visible characters, new for each replay")
                    @RequestHeader("Idempotency-Key")
                    String key,
            CurrentActor actor) {
        if (!key.matches(KEY)) {
            throw new ProblemException(Problem.invalid(
                    List.of(new FieldProblem("", "wrong-value", "Idempotency-Key has 16 to 255 visible characters"))));
        }
        Replay replay = replays.start(actor.username(), key);
        return ResponseEntity.accepted()
                .location(URI.create("/api/queries/replays/" + replay.id()))
                .body(replay);
    }

    @Does(Action.LIST_REPLAYS)
    @GetMapping
    @Operation(summary = "The newest replays")
    ReplayList list() {
        return new ReplayList(replays.newest());
    }

    @Does(Action.LIST_REPLAYS)
    @GetMapping("/{id}")
    @Operation(summary = "How far a replay has come, and what it found")
    Replay get(@PathVariable UUID id) {
        return replays.get(id);
    }

    @Does(Action.SWITCH_REPLAY)
    @PostMapping("/{id}/switch")
    @Operation(summary = "Make the rebuilt tables the live ones")
    Replay switchTo(@PathVariable UUID id) {
        return replays.switchTo(id);
    }

    @Does(Action.DISCARD_REPLAY)
    @PostMapping("/{id}/discard")
    @Operation(summary = "Drop the rebuilt tables")
    Replay discard(@PathVariable UUID id) {
        return replays.discard(id);
    }
}
