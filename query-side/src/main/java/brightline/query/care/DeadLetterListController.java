package brightline.query.care;

import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.query.care.DeadLetter.Decided;
import brightline.query.question.Asked;
import brightline.query.question.Paging.Stretch;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Events that could not be handled, over HTTP. */
@RestController
final class DeadLetterListController {
    /** @param next where the list goes on; absent at the end */
    record LetterList(
            List<Letter> deadLetters,
            List<DeadLetter.Missing> projections,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next) {}

    /** A {@link DeadLetter}. @param decision absent while there is none */
    record Letter(
            String projection,
            String stream,
            String eventId,
            String event,
            long index,
            DeadLetter.State state,
            Instant since,
            Cause cause,
            long waiting,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Decision decision) {}

    /** Why it could not be handled. @param code SQLSTATE; empty where the failure was not the database's */
    record Cause(@JsonProperty("class") String causeClass, String code) {}

    /** What somebody decided. @param reason absent for a retry @param outcome null while it is not carried out */
    record Decision(
            String act,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason,
            String by,
            Instant at,
            @Nullable String outcome) {}

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
    LetterList list(@Asked DeadLetters.Question question) {
        Stretch<DeadLetter> page = letters.page(question);
        return new LetterList(
                page.items().stream().map(DeadLetterListController::told).toList(), letters.missing(), page.next());
    }

    private static Letter told(DeadLetter letter) {
        Decided decision = letter.decision();
        return new Letter(
                letter.projection(),
                letter.stream(),
                letter.eventId(),
                letter.event(),
                letter.index(),
                letter.state(),
                letter.since(),
                new Cause(letter.causeClass(), letter.causeCode()),
                letter.waiting(),
                decision == null
                        ? null
                        : new Decision(
                                decision.act(), decision.reason(), decision.actor(), decision.at(), decision.outcome()));
    }
}
