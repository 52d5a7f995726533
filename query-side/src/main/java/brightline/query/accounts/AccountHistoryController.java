package brightline.query.accounts;

import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.query.accounts.AccountHistory.Happened;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What was recorded of accounts, over HTTP. */
@RestController
final class AccountHistoryController {
    /** @param happened the latest first, five hundred at most */
    record History(UUID account, List<Happened> happened) {}

    private final AccountHistory history;

    AccountHistoryController(AccountHistory history) {
        this.history = history;
    }

    @Operation(
            summary = "What happened to an account, when, and who did it",
            description = "The latest first, five hundred at most. What lets somebody sign in is not in it.")
    @Does(Action.READ_ACCOUNT_HISTORY)
    @GetMapping("/api/queries/accounts/{id}/history")
    History of(@PathVariable UUID id) {
        List<Happened> happened = history.of(id, AccountWords.PLAIN);
        if (happened.isEmpty()) {
            throw new ProblemException(Problem.notFound());
        }
        return new History(id, happened);
    }
}
