package brightline.query.pages.operations;

import brightline.edge.access.Account;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.Action;
import brightline.edge.access.ApiTokens;
import brightline.edge.access.AskedRights;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.access.SecondFactors;
import brightline.edge.access.TokenScope;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.query.accounts.AccountHistory;
import brightline.query.accounts.AccountWords;
import brightline.query.pages.Choice;
import brightline.query.pages.Installation;
import brightline.query.pages.Moment;
import brightline.query.pages.Shell;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The accounts, to be made, changed, closed and given new passwords, what waits for a second person, and what happened to each. */
@Controller
class AccountsController {
    private static final String UNLISTED = "not on the list of officers";

    private final Installation installation;
    private final ObjectProvider<Accounts> accounts;
    private final ObjectProvider<SecondFactors> factors;
    private final ObjectProvider<ApiTokens> tokens;
    private final AccountHistory history;

    AccountsController(
            Installation installation,
            ObjectProvider<Accounts> accounts,
            ObjectProvider<SecondFactors> factors,
            ObjectProvider<ApiTokens> tokens,
            AccountHistory history) {
        this.installation = installation;
        this.accounts = accounts;
        this.factors = factors;
        this.tokens = tokens;
        this.history = history;
    }

    /** What both pages show of accounts. */
    private record Shown(
            CurrentActor reader,
            ZoneId zone,
            List<Account> all,
            List<AskedRights> asked,
            Set<UUID> withSecondFactor,
            Map<UUID, List<AccountsPage.Token>> tokens,
            List<Choice> officers) {
        private Map<String, String> officerNames() {
            return officers.stream().collect(Collectors.toMap(Choice::value, Choice::label));
        }

        AccountWords words() {
            Map<String, String> names = officerNames();
            return new AccountWords(
                    role -> Shell.roleName(AccountRole.of(role)),
                    officer -> names.getOrDefault(officer.toString(), UNLISTED),
                    instant -> new Moment(instant, zone).text());
        }

        List<AccountsPage.Waiting> waiting() {
            Map<UUID, Account> byId = all.stream().collect(Collectors.toMap(Account::id, account -> account));
            AccountWords words = words();
            return asked.stream()
                    .map(one -> waiting(
                            one,
                            Objects.requireNonNull(byId.get(one.account())),
                            Objects.requireNonNull(byId.get(one.by())),
                            words))
                    .toList();
        }

        private AccountsPage.Waiting waiting(AskedRights one, Account account, Account by, AccountWords words) {
            return new AccountsPage.Waiting(
                    account.id(),
                    account.username(),
                    words.of(one.rights()),
                    !one.alone() && account.granted() ? words.of(account.rights()) : "",
                    one.alone(),
                    by.username(),
                    new Moment(one.since(), zone),
                    Set.of(account.id(), by.id()).contains(reader.accountId()));
        }

        AccountsPage.Line line(Account account) {
            return new AccountsPage.Line(
                    account.id(),
                    account.username(),
                    Shell.roleName(account.role()),
                    account.officerId() == null
                            ? ""
                            : officerNames().getOrDefault(account.officerId().toString(), UNLISTED),
                    account.schools().stream().sorted().collect(Collectors.joining(", ")),
                    Objects.requireNonNullElse(account.unit(), ""),
                    state(account),
                    !account.closed() && !account.damaged(),
                    account.damaged(),
                    account.id().equals(reader.accountId()),
                    withSecondFactor.contains(account.id()),
                    tokens.getOrDefault(account.id(), List.of()));
        }

        private String state(Account account) {
            if (account.damaged()) {
                return "Closed: what is stored of it is damaged. Make the person another account.";
            }
            if (account.closed()) {
                return "Closed";
            }
            List<AskedRights> own = asked.stream()
                    .filter(one -> one.account().equals(account.id()))
                    .toList();
            if (!account.granted()) {
                return own.isEmpty()
                        ? "Nobody can sign in: its rights were refused. Change it to ask again."
                        : "Nobody can sign in before a second person grants its rights.";
            }
            return own.stream().anyMatch(AskedRights::alone) ? "Open, by one person alone" : "Open";
        }
    }

    @Does(Action.OPEN_ACCOUNTS)
    @GetMapping("/accounts")
    String accounts(CurrentActor actor, Model model) {
        Shown shown = shown(actor);
        model.addAttribute(
                "page",
                new AccountsPage(
                        shown.waiting(),
                        shown.all().stream().map(shown::line).toList(),
                        roles(""),
                        installation.schools(),
                        shown.officers()));
        return "accounts";
    }

    @Does(Action.OPEN_ACCOUNTS)
    @GetMapping("/accounts/{id}")
    String account(@PathVariable UUID id, CurrentActor actor, Model model) {
        Shown shown = shown(actor);
        Account account = shown.all().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
        model.addAttribute(
                "page",
                new AccountPage(
                        shown.line(account),
                        shown.waiting().stream()
                                .filter(one -> one.id().equals(id))
                                .toList(),
                        Objects.requireNonNullElse(account.unit(), ""),
                        roles(account.role().text()),
                        schools(account),
                        Choice.select(
                                shown.officers(),
                                account.officerId() == null
                                        ? ""
                                        : account.officerId().toString()),
                        history.of(id, shown.words()).stream()
                                .map(one -> new AccountPage.Happened(
                                        new Moment(one.at(), shown.zone()),
                                        one.words(),
                                        Objects.requireNonNullElse(one.by(), "")))
                                .toList()));
        return "account";
    }

    private Shown shown(CurrentActor actor) {
        ZoneId zone = installation.zone();
        return new Shown(
                actor,
                zone,
                accounts.getObject().all(),
                accounts.getObject().waiting(),
                factors.getObject().enrolled(),
                tokens.getObject().good().stream()
                        .collect(Collectors.groupingBy(
                                ApiTokens.Listed::accountId,
                                Collectors.mapping(token -> token(token, zone), Collectors.toList()))),
                installation.officers());
    }

    private static List<Choice> roles(String selected) {
        return Choice.select(
                Arrays.stream(AccountRole.values())
                        .map(role -> Choice.of(role.text(), Shell.roleName(role)))
                        .toList(),
                selected);
    }

    /** An officer's follow the officer's assignments: none is selected. */
    private List<Choice> schools(Account account) {
        Set<String> own = account.role() == AccountRole.SRO ? Set.of() : account.schools();
        List<Choice> schools = new ArrayList<>(installation.schools().stream()
                .map(school -> new Choice(school.value(), school.label(), own.contains(school.value())))
                .toList());
        Set<String> unlisted = new TreeSet<>(own);
        schools.forEach(school -> unlisted.remove(school.value()));
        unlisted.forEach(school -> schools.add(new Choice(school, school + " (not on the list of schools)", true)));
        return schools;
    }

    private static AccountsPage.Token token(ApiTokens.Listed token, ZoneId zone) {
        return new AccountsPage.Token(
                token.id(),
                token.scopes().stream().map(TokenScope::text).sorted().collect(Collectors.joining(", ")),
                new Moment(token.createdAt(), zone),
                new Moment(token.expiresAt(), zone));
    }
}
