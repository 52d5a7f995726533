package brightline.command.agreement;

import brightline.command.agreement.AgreementCommand.*;
import brightline.command.endpoint.CodeOf;
import brightline.command.endpoint.Day;
import brightline.command.endpoint.Line;
import brightline.command.endpoint.Refusal;
import brightline.command.endpoint.Sample;
import brightline.command.endpoint.Today;
import brightline.command.endpoint.Words;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.edge.description.CodeList;
import brightline.events.AgreementId;
import brightline.events.Stated;
import brightline.events.agreement.AgreementEvent.Clause;
import brightline.events.agreement.AgreementEvent.SharingRule;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an agreement says in its versions, who was heard on it, and which rule set is proposed under it. */
@RestController
@RequestMapping("/api/commands/agreements/{id}")
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

    private final Today today;

    AgreementTextController(Today today) {
        this.today = today;
    }

    /** @param present YES or NO; absent where nobody looked */
    record ClauseDocument(
            @Nullable Stated present, @Line(40) @Nullable String section) {}

    /** Texts about kinds of records, never about a person. */
    record SharingDocument(
            @NotNull @Line(200) String records,
            @NotNull @Line(200) String to,
            @NotNull @Line(200) String basis) {}

    /**
     * @param clauses by code; one left out was not looked for
     * @param disciplineSection number of the section that leaves the routine discipline of students to the school; absent where it
     *     was not said
     */
    record Version(
            @NotNull @Min(1) @Max(10_000) Integer version,
            @NotNull @Day(past = true) LocalDate writtenOn,
            @Size(max = 100) @Nullable List<@NotNull @Line(200) String> parties,
            @CodeList(CLAUSES) @Nullable Map<String, @Valid @Nullable ClauseDocument> clauses,
            @Size(max = 100) @Nullable List<@NotNull @Valid SharingDocument> sharing,
            @Line(40) @Nullable String disciplineSection) {}

    /** @param changed what was changed in the draft, without names; absent where nothing was */
    record Hearing(
            @NotNull @Min(1) @Max(10_000) Integer version,
            @NotNull @CodeOf("community-group") String group,
            @NotNull @Day(past = true) LocalDate on,
            @Line(1_000) @Nullable String changed) {}

    record Adoption(
            @NotNull @Min(1) @Max(10_000) Integer version,
            @NotNull @Day LocalDate from,
            @Day @Nullable LocalDate to) {}

    record ProposalDocument(
            @NotNull Integer ruleSet,
            @NotNull @Day(past = true) LocalDate on) {}

    /** @param changed of the involvements, those that got another class */
    record TestDocument(
            @NotNull Integer ruleSet,
            @NotNull @Day(past = true) LocalDate on,
            @NotNull @Day LocalDate from,
            @NotNull @Day LocalDate to,
            @NotNull @Min(0) Long involvements,
            @NotNull @Min(0) Long changed) {}

    record Approval(
            @NotNull Integer ruleSet,
            @NotNull @Day(past = true) LocalDate on,
            @NotNull @Line(200) String by) {}

    @Does(Action.WRITE_AGREEMENT_VERSION)
    @PostMapping("/versions")
    @Operation(
            summary = "Write down a version of an agreement",
            description = "Each of the five clauses of 105 ILCS 5/10-20.68 is present, missing, or not looked for. "
                    + "The section that leaves routine discipline to the school is what advice to officers cites.")
    @Sample(VERSION_EXAMPLE)
    WriteVersion write(@PathVariable UUID id, @RequestBody Version sent) {
        return new WriteVersion(
                new AgreementId(id),
                sent.version(),
                sent.writtenOn(),
                Texts.stripped(sent.parties()),
                clauses(sent.clauses() == null ? Map.of() : sent.clauses()),
                sharing(sent.sharing() == null ? List.of() : sent.sharing()),
                stripped(sent.disciplineSection()));
    }

    /** All clauses of the list, in its order. */
    private List<Clause> clauses(Map<String, @Nullable ClauseDocument> given) {
        List<CodeEntry> known = CodeLists.standard().validOn(CLAUSES, today.date());
        if (!known.stream().map(CodeEntry::code).toList().containsAll(given.keySet())) {
            throw Refusal.of("/clauses", "unknown-code", "holds no code of the list " + CLAUSES + " on that day");
        }
        return known.stream()
                .map(entry -> {
                    ClauseDocument said = given.get(entry.code());
                    return new Clause(
                            entry.key(),
                            Stated.orMissing(said == null ? null : said.present()),
                            said == null ? null : stripped(said.section()));
                })
                .toList();
    }

    private static List<SharingRule> sharing(List<SharingDocument> given) {
        return given.stream()
                .map(one -> new SharingRule(
                        one.records().strip(), one.to().strip(), one.basis().strip()))
                .toList();
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : text.strip();
    }

    @Does(Action.RECORD_COMMUNITY_INPUT)
    @PostMapping("/community-input")
    @Operation(summary = "Record who of the community was heard on a draft, and what changed")
    @Sample(HEARING_EXAMPLE)
    HearCommunity hear(@PathVariable UUID id, @RequestBody Hearing sent) {
        return new HearCommunity(
                new AgreementId(id),
                sent.version(),
                Words.code("community-group", sent.group()),
                sent.on(),
                stripped(sent.changed()));
    }

    @Does(Action.ADOPT_AGREEMENT)
    @PostMapping("/adoptions")
    @Operation(
            summary = "Put a version in effect as text",
            description =
                    "Which rule set reads contacts is said by in-force; directives and guidelines only take effect.")
    @Sample(ADOPTION_EXAMPLE)
    AdoptVersion adopt(@PathVariable UUID id, @RequestBody Adoption sent) {
        return new AdoptVersion(new AgreementId(id), sent.version(), sent.from(), sent.to());
    }

    @Does(Action.PROPOSE_RULE_SET)
    @PostMapping("/rule-sets/proposals")
    @Operation(summary = "Propose a rule set for reading contacts under an agreement")
    @Sample(PROPOSAL_EXAMPLE)
    ProposeRuleSet propose(@PathVariable UUID id, @RequestBody ProposalDocument sent) {
        return new ProposeRuleSet(new AgreementId(id), Texts.installed(sent.ruleSet()), sent.on());
    }

    @Does(Action.TEST_RULE_SET)
    @PostMapping("/rule-sets/tests")
    @Operation(summary = "Record what a proposed rule set would have changed")
    @Sample(TEST_EXAMPLE)
    TestRuleSet test(@PathVariable UUID id, @RequestBody TestDocument sent) {
        if (sent.changed() > sent.involvements()) {
            throw Refusal.of("/changed", "wrong-value", "must be a number from 0 to the involvements");
        }
        return new TestRuleSet(
                new AgreementId(id),
                Texts.installed(sent.ruleSet()),
                sent.on(),
                sent.from(),
                sent.to(),
                sent.involvements(),
                sent.changed());
    }

    @Does(Action.APPROVE_RULE_SET)
    @PostMapping("/rule-sets/approvals")
    @Operation(summary = "Record that a tested rule set was approved")
    @Sample(APPROVAL_EXAMPLE)
    ApproveRuleSet approve(@PathVariable UUID id, @RequestBody Approval sent) {
        return new ApproveRuleSet(
                new AgreementId(id),
                Texts.installed(sent.ruleSet()),
                sent.on(),
                sent.by().strip());
    }
}
