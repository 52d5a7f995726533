package brightline.command.accounts;

import brightline.edge.access.Accounts;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.access.SecondFactors;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Second factors that were lost, removed by the system administrator. Their owners set up others, by the page. */
@RestController
@RequestMapping(path = "/api/commands/accounts", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Accounts and tokens")
class SecondFactorController {
    private final Accounts accounts;
    private final SecondFactors factors;

    SecondFactorController(Accounts accounts, SecondFactors factors) {
        this.accounts = accounts;
        this.factors = factors;
    }

    @Operation(
            summary = "Remove the second factor of an account whose owner has lost it",
            description = "The owner is told at the next sign-in. Changes nothing where there is none.")
    @Does(Action.RESET_SECOND_FACTOR)
    @PostMapping("/{id}/second-factor-resets")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> reset(@PathVariable UUID id, @Parameter(hidden = true) CurrentActor actor) {
        if (actor.accountId().equals(id)) {
            throw AccountRule.OWN_ACCOUNT.broken();
        }
        if (accounts.find(id).isEmpty()) {
            throw new ProblemException(Problem.notFound());
        }
        factors.reset(id);
        return ResponseEntity.noContent().build();
    }
}
