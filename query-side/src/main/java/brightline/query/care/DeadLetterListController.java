package brightline.query.care;

import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.query.question.Asked;
import brightline.query.question.Paging.Stretch;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Events that could not be handled, over HTTP. */
@RestController
final class DeadLetterListController {
    /** @param next where the list goes on; absent at the end */
    record LetterList(
            List<DeadLetter> deadLetters,
            List<DeadLetter.Missing> projections,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next) {}

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
        return new LetterList(page.items(), letters.missing(), page.next());
    }
}
