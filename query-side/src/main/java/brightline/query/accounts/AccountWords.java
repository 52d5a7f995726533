package brightline.query.accounts;

import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.account.AccountEvent;
import brightline.events.account.AccountEvent.*;
import brightline.events.account.AccountRights;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What became of an account, in a sentence.
 *
 * @param role a role's text form in the reader's words
 * @param officer an officer in the reader's words
 * @param moment an instant in the reader's words
 */
public record AccountWords(
        UnaryOperator<String> role, Function<OfficerId, String> officer, Function<Instant, String> moment) {
    /** For who knows roles and officers by what they are called in questions. */
    static final AccountWords PLAIN =
            new AccountWords(UnaryOperator.identity(), OfficerId::toString, Instant::toString);

    /** What the rights are, with semicolons between. */
    public String of(AccountRights rights) {
        List<String> parts = new ArrayList<>();
        parts.add(role.apply(rights.role()));
        if (rights.officer() != null) {
            parts.add("officer " + officer.apply(rights.officer()));
        }
        if (!rights.schools().isEmpty()) {
            parts.add(rights.schools().stream()
                    .map(SchoolCode::value)
                    .collect(Collectors.joining(", ", rights.schools().size() == 1 ? "school " : "schools ", "")));
        }
        if (rights.unit() != null) {
            parts.add("unit " + rights.unit());
        }
        return String.join("; ", parts);
    }

    String of(AccountEvent event) {
        return switch (event) {
            case AccountMade _ -> "The account was made.";
            case AccountFound(var _, var rights, var open) ->
                "The account was there before changes of accounts were recorded: %s; %s."
                        .formatted(of(rights), open ? "open" : "closed");
            case RightsAsked(var _, var rights, var _) ->
                "Asked for: %s. A second person has to grant it.".formatted(of(rights));
            case RightsGranted(var _, var rights, var _) -> "Granted by a second person: %s.".formatted(of(rights));
            case RightsRefused(var _, var rights, var _) -> "Refused by a second person: %s.".formatted(of(rights));
            case RightsAssigned(var _, var rights) -> "Assigned: %s.".formatted(of(rights));
            case RightsGivenAlone(var _, var rights, var _) ->
                "Given by one person alone: %s. A second person has to confirm it.".formatted(of(rights));
            case RightsConfirmed _ -> "What was given alone was confirmed by a second person.";
            case RightsTakenAway(var _, var left, var _) ->
                left == null
                        ? "What was given alone was taken away by a second person: nobody signs in with the account."
                        : "What was given alone was taken away by a second person. It is again: %s."
                                .formatted(of(left));
            case AccountClosed _ -> "The account was closed. Its sessions and tokens ended.";
            case AccountReopened _ -> "The account was opened again. What it reached is given anew.";
            case PasswordReset _ -> "The account was given a new password. Its sessions and tokens ended.";
            case PasswordChanged _ -> "The owner chose another password.";
            case TokenMade made ->
                "An API token was made for %s, good until %s."
                        .formatted(String.join(", ", made.scopes()), moment.apply(made.expiresAt()));
            case TokenEnded _ -> "An API token was ended.";
            case SecondFactorSet _ -> "The owner set a second factor. Other sessions and tokens ended.";
            case SecondFactorReset _ -> "The second factor was removed. The sessions and tokens of the account ended.";
        };
    }
}
