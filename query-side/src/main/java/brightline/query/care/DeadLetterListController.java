package brightline.query.care;

import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.query.care.DeadLetter.Decided;
import brightline.query.question.Asked;
import brightline.query.question.Paging.Stretch;
import io.swagger.v3.oas.annotations.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Events that could not be handled, over HTTP. */
@RestController
final class DeadLetterListController {
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
    Map<String, @Nullable Object> list(@Asked DeadLetters.Question question) {
        Stretch<DeadLetter> page = letters.page(question);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(
                "deadLetters",
                page.items().stream().map(DeadLetterListController::json).toList());
        json.put("projections", letters.missing());
        if (page.next() != null) {
            json.put("next", page.next());
        }
        return json;
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
}
