package brightline.command.accounts;

import brightline.command.register.ReferenceRegister;
import brightline.edge.access.Account;
import brightline.edge.access.AccountRole;
import brightline.edge.access.Accounts;
import brightline.edge.access.Action;
import brightline.edge.access.ApiTokens;
import brightline.edge.access.AskedRights;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.access.NewAccount;
import brightline.edge.access.RoutePolicy;
import brightline.edge.access.TokenScope;
import brightline.edge.description.OneOf;
import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.account.AccountRights;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Accounts, kept by system administrators, and each account's own API tokens. Each change is an event of the account's stream. A password
 * or token is in an answer once, when it is made; answers are therefore not stored, and a repeated request is told that the name is taken.
 */
@RestController
@RequestMapping(path = "/api/commands", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Accounts and tokens")
class AccountController {
    private static final int LONGEST_TOKEN_DAYS = 366;

    private static final int MOST_SCHOOLS = 500;

    private static final String NO_UNIT = "must be a code of at most 20 capitals, digits and dashes";

    private final Accounts accounts;
    private final ApiTokens tokens;
    private final RoutePolicy policy;
    private final ReferenceRegister register;

    AccountController(Accounts accounts, ApiTokens tokens, RoutePolicy policy, ReferenceRegister register) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.policy = policy;
        this.register = register;
    }

    /**
     * A new account.
     *
     * @param role one of the nine account roles, for example {@code sro}
     * @param officer the officer who signs in with it; null for nobody on the roster
     * @param schools codes of the schools it reads; null for none
     * @param unit code of the unit it belongs to; null for none
     */
    record AccountDocument(
            @NotNull @Nullable String username,
            @NotNull @OneOf(AccountRole.class) @Nullable String role,
            @Nullable UUID officer,
            @Size(max = 500) @Nullable List<@Nullable String> schools,

            @Pattern(regexp = AccountRights.UNIT_FORM) @Nullable
            String unit) {}

    /**
     * What an account is to reach, all of it: what is left out it does not reach.
     *
     * @param role one of the nine account roles, for example {@code clerk}
     * @param officer the officer who signs in with it; null for nobody on the roster
     * @param schools codes of the schools it reads; null for none. An officer's follow the officer's assignments
     * @param unit code of the unit it belongs to; null for none
     */
    record RightsDocument(
            @NotNull @OneOf(AccountRole.class) @Nullable String role,
            @Nullable UUID officer,
            @Size(max = 500) @Nullable List<@Nullable String> schools,

            @Pattern(regexp = AccountRights.UNIT_FORM) @Nullable
            String unit) {}

    /**
     * Rights that wait for a second person.
     *
     * @param alone they act already and wait to be confirmed; else they wait to be granted
     * @param by account that asked for them, or gave them
     */
    record Waiting(
            String role,
            @Nullable UUID officer,
            List<SchoolCode> schools,
            @Nullable String unit,
            boolean alone,
            UUID by,
            Instant since) {
        static Waiting of(AskedRights asked) {
            AccountRights rights = asked.rights();
            return new Waiting(
                    rights.role(),
                    rights.officer() == null ? null : rights.officer().value(),
                    rights.schools(),
                    rights.unit(),
                    asked.alone(),
                    asked.by(),
                    asked.since());
        }
    }

    /**
     * An account.
     *
     * @param enabled whether it may sign in
     * @param granted whether it has these rights; else it was made for them, and has none
     * @param damaged what is stored of it is not what an account may have: it stays closed; make the person another
     * @param waiting rights of it that wait for a second person
     */
    record AccountAnswer(
            UUID id,
            String username,
            AccountRole role,
            @Nullable UUID officer,
            Set<String> schools,
            @Nullable String unit,
            boolean enabled,
            boolean granted,
            boolean damaged,
            List<Waiting> waiting) {
        static AccountAnswer of(Account account, List<AskedRights> waiting) {
            return new AccountAnswer(
                    account.id(),
                    account.username(),
                    account.role(),
                    account.officerId(),
                    account.schools(),
                    account.unit(),
                    account.enabled(),
                    account.granted(),
                    account.damaged(),
                    waiting.stream()
                            .filter(asked -> asked.account().equals(account.id()))
                            .map(Waiting::of)
                            .toList());
        }
    }

    record NewAccountAnswer(AccountAnswer account, String firstPassword) {}

    record PasswordAnswer(String firstPassword) {}

    /** @param days how long it is good, 1 to 366; null for 90 */
    record TokenDocument(
            @NotEmpty @OneOf(TokenScope.class) @Nullable Set<String> scopes,
            @Min(1) @Max(366) @Nullable Integer days) {}

    record TokenAnswer(UUID id, String token, Instant expiresAt) {}

    @Operation(summary = "All accounts")
    @Does(Action.LIST_ACCOUNTS)
    @GetMapping("/accounts")
    List<AccountAnswer> all() {
        List<AskedRights> waiting = accounts.waiting();
        return accounts.all().stream()
                .map(account -> AccountAnswer.of(account, waiting))
                .toList();
    }

    @Operation(
            summary = "Make an account",
            description =
                    "The answer holds the first password, this once. Where another system administrator is there, nobody"
                            + " signs in with it before that one grants its rights; else it is marked as made by one alone.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                                    {"username": "m.hollis", "role": "analyst", "schools": ["MAR", "QUI"]}
                                    """))))
    @Does(Action.CREATE_ACCOUNT)
    @PostMapping("/accounts")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<NewAccountAnswer> create(@RequestBody AccountDocument document) {
        List<FieldProblem> problems = new ArrayList<>();
        if (document.username() == null) {
            problems.add(new FieldProblem("/username", "missing", "An account needs a username"));
        }
        AccountRights rights =
                rights(document.role(), document.officer(), document.schools(), document.unit(), problems);
        refuse(problems);
        try {
            NewAccount made =
                    accounts.create(Objects.requireNonNull(document.username()), Objects.requireNonNull(rights));
            return ResponseEntity.created(URI.create(
                            "/api/commands/accounts/" + made.account().id()))
                    .body(new NewAccountAnswer(
                            AccountAnswer.of(made.account(), accounts.waiting()), made.firstPassword()));
        } catch (IllegalArgumentException _) {
            refuse(List.of(
                    new FieldProblem("/username", "malformed", "A username has letters, digits and . _ @ - only")));
            throw new IllegalStateException("refused above");
        }
    }

    @Operation(
            summary = "Change what an account reaches",
            description = "All of it at once. What is no more than it has acts within seconds; for more, another system"
                    + " administrator has to agree, where there is one. Nobody changes the own account.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                                    {"role": "analyst", "schools": ["MAR"], "unit": "DATA-1"}
                                    """))))
    @Does(Action.CHANGE_ACCOUNT)
    @PostMapping("/accounts/{id}/rights")
    AccountAnswer change(@PathVariable UUID id, @RequestBody RightsDocument document) {
        required(id);
        List<FieldProblem> problems = new ArrayList<>();
        AccountRights rights =
                rights(document.role(), document.officer(), document.schools(), document.unit(), problems);
        if (rights != null
                && rights.role().equals(AccountRole.SRO.text())
                && !rights.schools().isEmpty()) {
            problems.add(new FieldProblem(
                    "/schools", "follow-assignments", "An officer's schools follow the officer's assignments"));
        }
        refuse(problems);
        accounts.assign(id, Objects.requireNonNull(rights));
        return answer(id);
    }

    @Operation(
            summary = "Grant what somebody else asked for an account, or confirm what somebody else gave it alone",
            description = "Not for the own account, and not what oneself asked for or gave.")
    @Does(Action.GRANT_RIGHTS)
    @PostMapping("/accounts/{id}/grants")
    AccountAnswer grant(@PathVariable UUID id) {
        required(id);
        accounts.grant(id);
        return answer(id);
    }

    @Operation(
            summary = "Refuse what somebody else asked for an account, or take away what somebody else gave it alone",
            description = "What was given alone ends within seconds; the account has again what it had before by two.")
    @Does(Action.REFUSE_RIGHTS)
    @PostMapping("/accounts/{id}/refusals")
    AccountAnswer refuseRights(@PathVariable UUID id) {
        required(id);
        accounts.refuse(id);
        return answer(id);
    }

    @Operation(summary = "Give an account a new random password")
    @Does(Action.RESET_PASSWORD)
    @PostMapping("/accounts/{id}/password-resets")
    PasswordAnswer resetPassword(@PathVariable UUID id, @Parameter(hidden = true) CurrentActor actor) {
        if (actor.accountId().equals(id)) {
            throw AccountRule.OWN_ACCOUNT.broken();
        }
        required(id);
        return new PasswordAnswer(accounts.resetPassword(id));
    }

    @Operation(summary = "Close an account: its sessions and tokens end within seconds")
    @Does(Action.CLOSE_ACCOUNT)
    @PostMapping("/accounts/{id}/closings")
    AccountAnswer close(@PathVariable UUID id) {
        required(id);
        accounts.setEnabled(id, false);
        return answer(id);
    }

    @Operation(
            summary = "Open a closed account again",
            description =
                    "What it reached is given anew: where another system administrator is there, nobody signs in with it"
                            + " before that one grants its rights; else it is marked as given by one alone.")
    @Does(Action.REOPEN_ACCOUNT)
    @PostMapping("/accounts/{id}/openings")
    AccountAnswer open(@PathVariable UUID id) {
        required(id);
        accounts.setEnabled(id, true);
        return answer(id);
    }

    @Operation(
            summary = "Make an API token for one's own account",
            description =
                    "The answer holds it, this once. Not with a token; at most 20 good ones at once; it ends with the"
                            + " account's password.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                                    {"scopes": ["queries"], "days": 30}
                                    """))))
    @Does(Action.MAKE_TOKEN)
    @PostMapping("/tokens")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<TokenAnswer> issue(
            @RequestBody TokenDocument document, @Parameter(hidden = true) CurrentActor actor) {
        List<FieldProblem> problems = new ArrayList<>();
        Set<TokenScope> scopes = EnumSet.noneOf(TokenScope.class);
        for (String scope : document.scopes() == null ? Set.<String>of() : document.scopes()) {
            try {
                scopes.add(TokenScope.of(scope));
            } catch (IllegalArgumentException _) {
                problems.add(new FieldProblem("/scopes", "unknown-scope", "Scopes are commands, queries, metrics"));
            }
        }
        if (scopes.isEmpty() && problems.isEmpty()) {
            problems.add(new FieldProblem("/scopes", "missing", "A token needs at least one scope"));
        }
        int days = document.days() == null ? 90 : document.days();
        if (days < 1 || days > LONGEST_TOKEN_DAYS) {
            problems.add(new FieldProblem("/days", "out-of-range", "A token is good for 1 to 366 days"));
        }
        if (!policy.scopesOf(actor.role()).containsAll(scopes)) {
            problems.add(new FieldProblem(
                    "/scopes", "wider-than-role", "This account's role reaches nothing of that scope"));
        }
        refuse(problems);
        ApiTokens.Issued issued = tokens.issue(actor.accountId(), scopes, Duration.ofDays(days));
        return ResponseEntity.status(HttpStatus.CREATED)
                .body(new TokenAnswer(issued.id(), issued.clear(), issued.expiresAt()));
    }

    @Operation(summary = "One's own API tokens, without the tokens themselves: good ones first, a hundred at most")
    @Does(Action.LIST_OWN_TOKENS)
    @GetMapping("/tokens")
    List<ApiTokens.Listed> tokens(@Parameter(hidden = true) CurrentActor actor) {
        return tokens.of(actor.accountId());
    }

    @Operation(summary = "End one of one's own API tokens")
    @Does(Action.END_OWN_TOKEN)
    @DeleteMapping("/tokens/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> revoke(@PathVariable UUID id, @Parameter(hidden = true) CurrentActor actor) {
        return ended(actor.accountId(), id);
    }

    @Operation(summary = "An account's API tokens, without the tokens themselves: good ones first, a hundred at most")
    @Does(Action.LIST_TOKENS_OF_ACCOUNT)
    @GetMapping("/accounts/{id}/tokens")
    List<ApiTokens.Listed> tokensOf(@PathVariable UUID id) {
        return tokens.of(required(id).id());
    }

    @Operation(summary = "End an API token of an account: it is refused within seconds")
    @Does(Action.END_TOKEN_OF_ACCOUNT)
    @DeleteMapping("/accounts/{id}/tokens/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    ResponseEntity<Void> revokeOf(@PathVariable UUID id, @PathVariable UUID token) {
        return ended(id, token);
    }

    private ResponseEntity<Void> ended(UUID account, UUID token) {
        if (!tokens.revoke(account, token)) {
            throw new ProblemException(Problem.notFound());
        }
        return ResponseEntity.noContent().build();
    }

    private AccountAnswer answer(UUID id) {
        return AccountAnswer.of(required(id), accounts.waiting());
    }

    /** Null where anything is wrong with them. */
    private @Nullable AccountRights rights(
            @Nullable String roleText,
            @Nullable UUID officer,
            @Nullable List<@Nullable String> codes,
            @Nullable String unit,
            List<FieldProblem> problems) {
        AccountRole role = role(roleText, problems);
        if (role == AccountRole.SRO && officer == null) {
            problems.add(new FieldProblem("/officer", "missing", "An officer's account names the officer"));
        }
        if (officer != null
                && register.current().officer(new OfficerId(officer)).isEmpty()) {
            problems.add(new FieldProblem("/officer", "unknown-officer", "is not on the list of officers"));
        }
        if (unit != null && !unit.matches(AccountRights.UNIT_FORM)) {
            problems.add(new FieldProblem("/unit", "malformed", NO_UNIT));
        }
        Set<String> schools = schools(codes, problems);
        if (role == null || !problems.isEmpty()) {
            return null;
        }
        return AccountRights.of(role.text(), officer == null ? null : new OfficerId(officer), schools, unit);
    }

    private static Set<String> schools(@Nullable List<@Nullable String> codes, List<FieldProblem> problems) {
        Set<String> schools = new TreeSet<>();
        int place = 0;
        for (String code : codes == null ? List.<@Nullable String>of() : codes) {
            try {
                schools.add(new SchoolCode(code == null ? "" : code).value());
            } catch (IllegalArgumentException _) {
                problems.add(new FieldProblem(
                        "/schools/" + place, "malformed", "A school code has 1 to 40 printable characters"));
            }
            place++;
        }
        if (place > MOST_SCHOOLS) {
            return refused(problems, new FieldProblem("/schools", "too-many", "An account reads 500 schools at most"));
        }
        return schools;
    }

    private static Set<String> refused(List<FieldProblem> problems, FieldProblem problem) {
        problems.clear();
        problems.add(problem);
        return Set.of();
    }

    private Account required(UUID id) {
        return accounts.find(id).orElseThrow(() -> new ProblemException(Problem.notFound()));
    }

    private static @Nullable AccountRole role(@Nullable String text, List<FieldProblem> problems) {
        try {
            if (text != null) {
                return AccountRole.of(text);
            }
        } catch (IllegalArgumentException _) {
            // said below, as for no role at all
        }
        problems.add(new FieldProblem(
                "/role",
                "unknown-role",
                "Roles are sro, supervisor, coordinator, provider, school-admin, analyst, auditor, clerk, sysadmin"));
        return null;
    }

    private static void refuse(List<FieldProblem> problems) {
        if (!problems.isEmpty()) {
            throw new ProblemException(Problem.invalid(problems));
        }
    }
}
