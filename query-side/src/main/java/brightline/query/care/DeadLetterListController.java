package brightline.query.care;

import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.query.care.DeadLetter.Decided;
import brightline.query.care.DeadLetter.State;
import brightline.query.care.DeadLetters.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class DeadLetterListController {
    private static final int MOST = 100;
    private final DeadLetters letters;

    DeadLetterListController(DeadLetters letters) {
        this.letters = letters;
    }

    @Operation(
            summary = "Events that projections could not handle",
            description =
                    "What waits and what was discarded, by class and code of the failure; nothing of what the events say.")
    @Does(Action.LIST_PARKED_EVENTS)
    @GetMapping("/api/queries/dead-letters")
    Map<String, @Nullable Object> list(
            @Parameter(description = "Name of a projection", example = "timeline")
                    @RequestParam(required = false)
                    @Nullable
                    String projection,
            @Parameter(description = "parked or discarded; absent for both", example = "parked")
                    @RequestParam(required = false)
                    @Nullable
                    String state,
            @Parameter(description = "The next of an earlier answer") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "Items at most", example = "50") @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw wrong("limit", "must be from 1 to " + MOST);
        }
        Page page = letters.page(projection, state(state), cursor, limit);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(
                "deadLetters",
                page.letters().stream().map(DeadLetterListController::json).toList());
        json.put("projections", letters.missing());
        if (page.next() != null) {
            json.put("next", page.next());
        }
        return json;
    }

    private static @Nullable State state(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : State.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw wrong("state", "must be parked or discarded");
        }
    }

    private static Map<String, @Nullable Object> json(DeadLetter letter) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("projection", letter.projection());
        json.put("stream", letter.stream());
        json.put("eventId", letter.eventId());
        json.put("event", letter.event());
        json.put("index", letter.index());
        json.put("state", letter.state());
        json.put("since", letter.since());
        json.put("cause", Map.of("class", letter.causeClass(), "code", letter.causeCode()));
        json.put("waiting", letter.waiting());
        Decided decision = letter.decision();
        if (decision != null) {
            Map<String, @Nullable Object> decided = new LinkedHashMap<>();
            decided.put("act", decision.act());
            if (decision.reason() != null) {
                decided.put("reason", decision.reason());
            }
            decided.put("by", decision.actor());
            decided.put("at", decision.at());
            decided.put("outcome", decision.outcome());
            json.put("decision", decided);
        }
        return json;
    }

    private static ProblemException wrong(String parameter, String reason) {
        return new ProblemException(Problem.invalid(List.of(new FieldProblem("?" + parameter, "wrong-value", reason))));
    }
}
