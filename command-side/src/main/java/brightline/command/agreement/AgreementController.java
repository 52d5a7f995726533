package brightline.command.agreement;

import brightline.command.agreement.AgreementCommand.*;
import brightline.command.register.FieldChecks;
import brightline.command.register.ReferenceAnswers;
import brightline.command.submission.Commands;
import brightline.command.submission.DerivedIds;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Request;
import brightline.command.submission.Requests;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.events.AgreementId;
import brightline.events.agreement.AgreementEvent.Kind;
import brightline.events.rules.RuleSet;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Agreements. Days are days of the agency's zone, both ends included. */
@RestController
@RequestMapping(path = "/api/commands/agreements", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Agreements")
class AgreementController {
    static final String DRAFT_EXAMPLE = """
            {"kind": "MOU", "title": "Agreement on officers in schools", "parties": ["Police", "District"]}
            """;
    static final String FORCE_EXAMPLE = """
            {"ruleSet": 1, "from": "2025-08-01", "to": "2026-07-31"}
            """;
    static final String END_EXAMPLE = """
            {"lastDay": "2026-06-30"}
            """;

    private final Commands commands;
    private final Requests requests;

    AgreementController(Commands commands, Requests requests) {
        this.commands = commands;
        this.requests = requests;
    }

    record NewAgreement(
            @NotNull @Nullable Kind kind,
            @NotBlank @Size(max = 300) @Nullable String title,
            @Nullable List<String> parties) {}

    /** @param to null for open */
    record Binding(
            @NotNull @Nullable Integer ruleSet,
            @NotNull @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    record End(@NotNull @Nullable LocalDate lastDay) {}

    @Does(Action.DRAFT_AGREEMENT)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Draft an agreement, a directive or a guideline",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(DRAFT_EXAMPLE))))
    @KeyHeader
    ResponseEntity<AgreementAnswer> draft(@RequestBody NewAgreement body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        checks.given("/kind", body.kind());
        String title = checks.text("/title", body.title(), 300);
        List<String> parties = new ArrayList<>();
        List<String> named = body.parties() == null ? List.of() : body.parties();
        for (int i = 0; i < named.size(); i++) {
            parties.add(checks.text("/parties/" + i, named.get(i), 200));
        }
        checks.refuse();
        Request request = request(http, body);
        AgreementId id = new AgreementId(DerivedIds.of(request, 0));
        return ReferenceAnswers.created(
                commands.send(
                        new DraftAgreement(id, Objects.requireNonNull(body.kind()), title, parties),
                        AgreementAnswer.class,
                        request),
                "/api/commands/agreements/",
                AgreementAnswer::agreement);
    }

    @Does(Action.PUT_AGREEMENT_IN_FORCE)
    @PostMapping("/{id}/in-force")
    @Operation(
            summary = "Say from which day a rule set reads contacts under an agreement",
            description =
                    "At most one agreement binds on a day. A rule set proposed under it has to be approved before.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(FORCE_EXAMPLE))))
    @KeyHeader
    ResponseEntity<AgreementAnswer> putInForce(
            @PathVariable UUID id, @RequestBody Binding body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        checks.given("/ruleSet", body.ruleSet());
        checks.given("/from", body.from());
        Integer ruleSet = body.ruleSet();
        if (ruleSet != null && RuleSet.installed().stream().noneMatch(set -> set.number() == ruleSet)) {
            checks.wrong("/ruleSet", "unknown-rule-set", "is not installed");
        }
        checks.refuse();
        return send(
                new PutInForce(
                        new AgreementId(id),
                        Objects.requireNonNull(ruleSet),
                        Objects.requireNonNull(body.from()),
                        body.to()),
                body,
                http);
    }

    @Does(Action.END_AGREEMENT)
    @PostMapping("/{id}/end")
    @Operation(
            summary = "Say on which day an agreement ends",
            description = "It binds on that day and no longer, as text and as rule set.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject(END_EXAMPLE))))
    @KeyHeader
    ResponseEntity<AgreementAnswer> end(@PathVariable UUID id, @RequestBody End body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        checks.given("/lastDay", body.lastDay());
        checks.refuse();
        return send(new EndAgreement(new AgreementId(id), Objects.requireNonNull(body.lastDay())), body, http);
    }

    private ResponseEntity<AgreementAnswer> send(AgreementCommand command, Object body, HttpServletRequest http) {
        return ReferenceAnswers.done(commands.send(command, AgreementAnswer.class, request(http, body)));
    }

    private Request request(HttpServletRequest http, Object body) {
        return requests.of(http, CurrentActor.required().username());
    }
}
