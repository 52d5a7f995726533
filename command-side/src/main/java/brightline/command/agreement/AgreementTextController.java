package brightline.command.agreement;

import brightline.command.agreement.AgreementCommand.*;
import brightline.command.register.FieldChecks;
import brightline.command.register.ReferenceAnswers;
import brightline.command.register.ReferenceRegister;
import brightline.command.submission.Commands;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Requests;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.edge.description.CodeList;
import brightline.events.AgreementId;
import brightline.events.Code;
import brightline.events.Stated;
import brightline.events.agreement.AgreementEvent.Clause;
import brightline.events.agreement.AgreementEvent.SharingRule;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.events.rules.RuleSet;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an agreement says in its versions, who was heard on it, and which rule set is proposed under it. */
@RestController
@RequestMapping(path = "/api/commands/agreements/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Agreements")
class AgreementTextController {
    static final String VERSION_EXAMPLE = """
            {"version": 1, "writtenOn": "2025-06-30", "parties": ["Police", "District"],
             "clauses": {"ROLES": {"present": "YES", "section": "2"}, "TRAINING": {"present": "YES", "section": "4"},
                         "NO_TICKETS": {"present": "YES", "section": "5.1"}, "DATA": {"present": "NO"}},
             "disciplineSection": "3",
             "sharing": [{"records": "Listed offenses", "to": "Principal", "basis": "705 ILCS 405/1-7"}]}
            """;
    static final String HEARING_EXAMPLE = """
            {"version": 1, "group": "STUDENTS", "on": "2025-07-10", "changed": "Section 5.1 names tickets."}
            """;
    static final String ADOPTION_EXAMPLE = """
            {"version": 1, "from": "2025-08-01", "to": "2026-07-31"}
            """;
    static final String PROPOSAL_EXAMPLE = """
            {"ruleSet": 2, "on": "2025-07-01"}
            """;
    static final String TEST_EXAMPLE = """
            {"ruleSet": 2, "on": "2025-07-02", "from": "2024-08-01", "to": "2025-06-30", "involvements": 787, "changed": 12}
            """;
    static final String APPROVAL_EXAMPLE = """
            {"ruleSet": 2, "on": "2025-07-20", "by": "Police and District"}
            """;
    private static final String CLAUSES = "agreement-clause";
    private static final int MOST = 100;

    private final Commands commands;
    private final Requests requests;
    private final ReferenceRegister register;
    private final RecordingClock clock;

    AgreementTextController(Commands commands, Requests requests, ReferenceRegister register, RecordingClock clock) {
        this.commands = commands;
        this.requests = requests;
        this.register = register;
        this.clock = clock;
    }

    /** @param present YES or NO; absent where nobody looked */
    record ClauseDocument(
            @Nullable Stated present,
            @Size(max = 40) @Nullable String section) {}

    /** Texts about kinds of records, never about a person. */
    record SharingDocument(
            @NotBlank @Size(max = 200) @Nullable String records,
            @NotBlank @Size(max = 200) @Nullable String to,
            @NotBlank @Size(max = 200) @Nullable String basis) {}

    /**
     * @param clauses by code of the list {@code agreement-clause}; one left out was not looked for
     * @param disciplineSection number of the section that leaves the routine discipline of students to the school; absent where it
     *     was not said
     */
    record Version(
            @NotNull @Min(1) @Max(10_000) @Nullable Integer version,
            @NotNull @Nullable LocalDate writtenOn,
            @Nullable List<@Nullable String> parties,
            @CodeList("agreement-clause") @Nullable Map<String, @Nullable ClauseDocument> clauses,
            @Nullable List<@Nullable SharingDocument> sharing,
            @Size(max = 40) @Nullable String disciplineSection) {}

    /**
     * @param group code list {@code community-group}
     * @param changed what was changed in the draft, without names; absent where nothing was
     */
    record Hearing(
            @NotNull @Min(1) @Max(10_000) @Nullable Integer version,
            @NotBlank @CodeList("community-group") @Nullable String group,
            @NotNull @Nullable LocalDate on,
            @Size(max = 1_000) @Nullable String changed) {}

    record Adoption(
            @NotNull @Min(1) @Max(10_000) @Nullable Integer version,
            @NotNull @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    record ProposalDocument(
            @NotNull @Nullable Integer ruleSet,
            @NotNull @Nullable LocalDate on) {}

    /** @param changed of the involvements, those that got another class */
    record TestDocument(
            @NotNull @Nullable Integer ruleSet,
            @NotNull @Nullable LocalDate on,
            @NotNull @Nullable LocalDate from,
            @NotNull @Nullable LocalDate to,
            @NotNull @Min(0) @Nullable Long involvements,
            @NotNull @Min(0) @Nullable Long changed) {}

    record Approval(
            @NotNull @Nullable Integer ruleSet,
            @NotNull @Nullable LocalDate on,
            @NotBlank @Size(max = 200) @Nullable String by) {}

    @Does(Action.WRITE_AGREEMENT_VERSION)
    @PostMapping("/versions")
    @Operation(
            summary = "Write down a version of an agreement",
            description = "Each of the five clauses of 105 ILCS 5/10-20.68 is present, missing, or not looked for. "
                    + "The section that leaves routine discipline to the school is what advice to officers cites.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(VERSION_EXAMPLE))))
    @KeyHeader
    ResponseEntity<AgreementAnswer> write(@PathVariable UUID id, @RequestBody Version body, HttpServletRequest http) {
        LocalDate today = today();
        FieldChecks checks = new FieldChecks();
        int version = number(checks, "/version", body.version());
        LocalDate on = checks.past("/writtenOn", body.writtenOn(), today);
        List<String> parties = new ArrayList<>();
        List<@Nullable String> named = body.parties() == null ? List.of() : body.parties();
        for (int i = 0; i < Math.min(named.size(), MOST); i++) {
            parties.add(checks.text("/parties/" + i, named.get(i), 200));
        }
        List<Clause> clauses = clauses(checks, body.clauses() == null ? Map.of() : body.clauses(), today);
        List<SharingRule> sharing = sharing(checks, body.sharing() == null ? List.of() : body.sharing());
        String discipline = body.disciplineSection() == null
                ? null
                : checks.text("/disciplineSection", body.disciplineSection(), 40);
        checks.refuse();
        return send(
                new WriteVersion(new AgreementId(id), version, on, parties, clauses, sharing, discipline), body, http);
    }

    @Does(Action.RECORD_COMMUNITY_INPUT)
    @PostMapping("/community-input")
    @Operation(
            summary = "Record who of the community was heard on a draft, and what changed",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(HEARING_EXAMPLE))))
    @KeyHeader
    ResponseEntity<AgreementAnswer> hear(@PathVariable UUID id, @RequestBody Hearing body, HttpServletRequest http) {
        LocalDate today = today();
        FieldChecks checks = new FieldChecks();
        int version = number(checks, "/version", body.version());
        Code group = checks.code("/group", body.group(), "community-group", today);
        LocalDate on = checks.past("/on", body.on(), today);
        String changed = body.changed() == null ? null : checks.text("/changed", body.changed(), 1_000);
        checks.refuse();
        return send(new HearCommunity(new AgreementId(id), version, group, on, changed), body, http);
    }

    @Does(Action.ADOPT_AGREEMENT)
    @PostMapping("/adoptions")
    @Operation(
            summary = "Put a version in effect as text",
            description =
                    "Which rule set reads contacts is said by in-force; directives and guidelines only take effect.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(ADOPTION_EXAMPLE))))
    @KeyHeader
    ResponseEntity<AgreementAnswer> adopt(@PathVariable UUID id, @RequestBody Adoption body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        int version = number(checks, "/version", body.version());
        LocalDate from = checks.day("/from", body.from());
        LocalDate to = checks.dayIfGiven("/to", body.to());
        checks.refuse();
        return send(new AdoptVersion(new AgreementId(id), version, from, to), body, http);
    }

    @Does(Action.PROPOSE_RULE_SET)
    @PostMapping("/rule-sets/proposals")
    @Operation(
            summary = "Propose a rule set for reading contacts under an agreement",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(PROPOSAL_EXAMPLE))))
    @KeyHeader
    ResponseEntity<AgreementAnswer> propose(
            @PathVariable UUID id, @RequestBody ProposalDocument body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        int ruleSet = ruleSet(checks, body.ruleSet());
        LocalDate on = checks.past("/on", body.on(), today());
        checks.refuse();
        return send(new ProposeRuleSet(new AgreementId(id), ruleSet, on), body, http);
    }

    @Does(Action.TEST_RULE_SET)
    @PostMapping("/rule-sets/tests")
    @Operation(
            summary = "Record what a proposed rule set would have changed",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(TEST_EXAMPLE))))
    @KeyHeader
    ResponseEntity<AgreementAnswer> test(
            @PathVariable UUID id, @RequestBody TestDocument body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        int ruleSet = ruleSet(checks, body.ruleSet());
        LocalDate on = checks.past("/on", body.on(), today());
        LocalDate from = checks.day("/from", body.from());
        LocalDate to = checks.day("/to", body.to());
        long involvements = body.involvements() == null ? -1 : body.involvements();
        long changed = body.changed() == null ? -1 : body.changed();
        if (involvements < 0) {
            checks.wrong("/involvements", "wrong-value", "must be a number from 0");
        }
        if (changed < 0 || changed > involvements) {
            checks.wrong("/changed", "wrong-value", "must be a number from 0 to the involvements");
        }
        checks.refuse();
        return send(new TestRuleSet(new AgreementId(id), ruleSet, on, from, to, involvements, changed), body, http);
    }

    @Does(Action.APPROVE_RULE_SET)
    @PostMapping("/rule-sets/approvals")
    @Operation(
            summary = "Record that a tested rule set was approved",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(APPROVAL_EXAMPLE))))
    @KeyHeader
    ResponseEntity<AgreementAnswer> approve(
            @PathVariable UUID id, @RequestBody Approval body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        int ruleSet = ruleSet(checks, body.ruleSet());
        LocalDate on = checks.past("/on", body.on(), today());
        String by = checks.text("/by", body.by(), 200);
        checks.refuse();
        return send(new ApproveRuleSet(new AgreementId(id), ruleSet, on, by), body, http);
    }

    /** All clauses of the list, in its order. */
    private static List<Clause> clauses(
            FieldChecks checks, Map<String, @Nullable ClauseDocument> given, LocalDate today) {
        given.keySet().forEach(code -> checks.code("/clauses", code, CLAUSES, today));
        List<Clause> clauses = new ArrayList<>();
        for (CodeEntry entry : CodeLists.standard().validOn(CLAUSES, today)) {
            ClauseDocument said = given.get(entry.code());
            String section = said == null || said.section() == null
                    ? null
                    : checks.text("/clauses/" + entry.code() + "/section", said.section(), 40);
            clauses.add(new Clause(entry.key(), Stated.orMissing(said == null ? null : said.present()), section));
        }
        return clauses;
    }

    private static List<SharingRule> sharing(FieldChecks checks, List<@Nullable SharingDocument> given) {
        List<SharingRule> sharing = new ArrayList<>();
        for (int i = 0; i < Math.min(given.size(), MOST); i++) {
            SharingDocument one = given.get(i);
            String at = "/sharing/" + i;
            checks.given(at, one);
            if (one != null) {
                sharing.add(new SharingRule(
                        checks.text(at + "/records", one.records(), 200),
                        checks.text(at + "/to", one.to(), 200),
                        checks.text(at + "/basis", one.basis(), 200)));
            }
        }
        return sharing;
    }

    private static int number(FieldChecks checks, String pointer, @Nullable Integer value) {
        checks.given(pointer, value);
        if (value != null && (value < 1 || value > 10_000)) {
            checks.wrong(pointer, "wrong-value", "must be 1 to 10000");
        }
        return Objects.requireNonNullElse(value, 0);
    }

    private static int ruleSet(FieldChecks checks, @Nullable Integer ruleSet) {
        checks.given("/ruleSet", ruleSet);
        if (ruleSet != null && RuleSet.installed().stream().noneMatch(set -> set.number() == ruleSet)) {
            checks.wrong("/ruleSet", "unknown-rule-set", "is not installed");
        }
        return Objects.requireNonNullElse(ruleSet, 0);
    }

    private ResponseEntity<AgreementAnswer> send(AgreementCommand command, Object body, HttpServletRequest http) {
        return ReferenceAnswers.done(commands.send(
                command,
                AgreementAnswer.class,
                requests.of(http, CurrentActor.required().username())));
    }

    private LocalDate today() {
        return clock.instant().atZone(register.agency().zone()).toLocalDate();
    }
}
