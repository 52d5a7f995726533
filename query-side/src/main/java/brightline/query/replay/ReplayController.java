package brightline.query.replay;

import brightline.edge.access.CurrentActor;
import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/queries/replays")
final class ReplayController {
    private static final String KEY = "[\\x21-\\x7e]{16,255}";

    private final Replays replays;

    ReplayController(Replays replays) {
        this.replays = replays;
    }

    @PostMapping
    ResponseEntity<Map<String, @Nullable Object>> start(
            @RequestHeader("Idempotency-Key") String key, CurrentActor actor) {
        if (!key.matches(KEY)) {
            throw new ProblemException(Problem.invalid(
                    List.of(new FieldProblem("", "wrong-value", "Idempotency-Key has 16 to 255 visible characters"))));
        }
        Replay replay = replays.start(actor.username(), key);
        return ResponseEntity.accepted()
                .location(URI.create("/api/queries/replays/" + replay.id()))
                .body(json(replay));
    }

    @GetMapping
    Map<String, Object> list() {
        return Map.of(
                "replays", replays.newest().stream().map(ReplayController::json).toList());
    }

    @GetMapping("/{id}")
    Map<String, @Nullable Object> get(@PathVariable UUID id) {
        return json(replays.get(id));
    }

    @PostMapping("/{id}/switch")
    Map<String, @Nullable Object> switchTo(@PathVariable UUID id) {
        return json(replays.switchTo(id));
    }

    @PostMapping("/{id}/discard")
    Map<String, @Nullable Object> discard(@PathVariable UUID id) {
        return json(replays.discard(id));
    }

    private static Map<String, @Nullable Object> json(Replay replay) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", replay.id());
        json.put("number", replay.number());
        json.put("state", replay.state());
        json.put("actor", replay.actor());
        json.put("startedAt", replay.startedAt());
        json.put("endedAt", replay.endedAt());
        json.put("projections", replay.projections());
        json.put("differences", replay.differences());
        json.put("findings", replay.findings());
        if (replay.failure() != null) {
            json.put("failure", replay.failure());
        }
        return json;
    }
}
