package brightline.query.pages.operations;

import brightline.edge.access.Account;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.Action;
import brightline.edge.access.ApiTokens;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.access.TokenScope;
import brightline.query.pages.Choice;
import brightline.query.pages.Installation;
import brightline.query.pages.Moment;
import brightline.query.pages.Shell;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The accounts, to be made, closed and given new passwords. */
@Controller
class AccountsController {
    private final Installation installation;
    private final ObjectProvider<Accounts> accounts;
    private final ObjectProvider<ApiTokens> tokens;

    AccountsController(Installation installation, ObjectProvider<Accounts> accounts, ObjectProvider<ApiTokens> tokens) {
        this.installation = installation;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    @Does(Action.OPEN_ACCOUNTS)
    @GetMapping("/accounts")
    String accounts(CurrentActor actor, Model model) {
        List<Choice> officers = installation.officers();
        Map<String, String> names = officers.stream().collect(Collectors.toMap(Choice::value, Choice::label));
        ZoneId zone = installation.zone();
        Map<UUID, List<AccountsPage.Token>> good = tokens.getObject().good().stream()
                .collect(Collectors.groupingBy(
                        ApiTokens.Listed::accountId,
                        Collectors.mapping(token -> token(token, zone), Collectors.toList())));
        model.addAttribute(
                "page",
                new AccountsPage(
                        accounts.getObject().all().stream()
                                .map(account -> line(
                                        account, names, actor.accountId(), good.getOrDefault(account.id(), List.of())))
                                .toList(),
                        Arrays.stream(AccountRole.values())
                                .map(role -> Choice.of(role.text(), Shell.roleName(role)))
                                .toList(),
                        installation.schools(),
                        officers));
        return "accounts";
    }

    private static AccountsPage.Token token(ApiTokens.Listed token, ZoneId zone) {
        return new AccountsPage.Token(
                token.id(),
                token.scopes().stream().map(TokenScope::text).sorted().collect(Collectors.joining(", ")),
                new Moment(token.createdAt(), zone),
                new Moment(token.expiresAt(), zone));
    }

    private static AccountsPage.Line line(
            Account account, Map<String, String> officers, UUID reader, List<AccountsPage.Token> tokens) {
        String officer = account.officerId() == null
                ? ""
                : officers.getOrDefault(account.officerId().toString(), "not on the list of officers");
        return new AccountsPage.Line(
                account.id(),
                account.username(),
                Shell.roleName(account.role()),
                officer,
                account.schools().stream().sorted().collect(Collectors.joining(", ")),
                account.enabled(),
                account.damaged(),
                account.id().equals(reader),
                tokens);
    }
}
