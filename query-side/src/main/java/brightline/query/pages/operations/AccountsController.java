package brightline.query.pages.operations;

import brightline.edge.access.Account;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.CurrentActor;
import brightline.query.pages.Choice;
import brightline.query.pages.Installation;
import brightline.query.pages.Shell;
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
public class AccountsController {
    private final Installation installation;
    private final ObjectProvider<Accounts> accounts;

    public AccountsController(Installation installation, ObjectProvider<Accounts> accounts) {
        this.installation = installation;
        this.accounts = accounts;
    }

    @GetMapping("/accounts")
    String accounts(CurrentActor actor, Model model) {
        List<Choice> officers = installation.officers();
        Map<String, String> names = officers.stream().collect(Collectors.toMap(Choice::value, Choice::label));
        model.addAttribute(
                "page",
                new AccountsPage(
                        accounts.getObject().all().stream()
                                .map(account -> line(account, names, actor.accountId()))
                                .toList(),
                        Arrays.stream(AccountRole.values())
                                .map(role -> Choice.of(role.text(), Shell.roleName(role)))
                                .toList(),
                        installation.schools(),
                        officers));
        return "accounts";
    }

    private static AccountsPage.Line line(Account account, Map<String, String> officers, UUID reader) {
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
                account.id().equals(reader));
    }
}
