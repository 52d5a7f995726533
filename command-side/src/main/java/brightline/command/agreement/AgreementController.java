package brightline.command.agreement;

import brightline.command.agreement.AgreementCommand.*;
import brightline.command.endpoint.Line;
import brightline.command.endpoint.Sample;
import brightline.command.endpoint.Sender;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.events.AgreementId;
import brightline.events.agreement.AgreementEvent.Kind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Agreements. Days are days of the agency's zone, both ends included. */
@RestController
@RequestMapping("/api/commands/agreements")
@Tag(name = "Agreements")
class AgreementController {
    static final String DRAFT_EXAMPLE = """
            {"kind": "MOU", "title": "Agreement on officers in schools", "parties": ["Police", "District"]}
            """;

    record NewAgreement(
            @NotNull Kind kind,
            @NotNull @Line(300) String title,
            @Nullable List<@NotNull @Line(200) String> parties) {}

    /** @param to null for open */
    record Binding(
            @NotNull Integer ruleSet,
            @NotNull LocalDate from,
            @Nullable LocalDate to) {}

    record End(@NotNull LocalDate lastDay) {}

    @Does(Action.DRAFT_AGREEMENT)
    @PostMapping
    @Operation(summary = "Draft an agreement, a directive or a guideline")
    @Sample(DRAFT_EXAMPLE)
    DraftAgreement draft(@RequestBody NewAgreement sent, Sender sender) {
        return new DraftAgreement(
                sender.newId(AgreementId::new), sent.kind(), sent.title().strip(), Texts.stripped(sent.parties()));
    }

    @Does(Action.PUT_AGREEMENT_IN_FORCE)
    @PostMapping("/{id}/in-force")
    @Operation(
            summary = "Say from which day a rule set reads contacts under an agreement",
            description =
                    "At most one agreement binds on a day. A rule set proposed under it has to be approved before.")
    @Sample("""
            {"ruleSet": 1, "from": "2025-08-01", "to": "2026-07-31"}""")
    PutInForce putInForce(@PathVariable UUID id, @RequestBody Binding sent) {
        return new PutInForce(new AgreementId(id), Texts.installed(sent.ruleSet()), sent.from(), sent.to());
    }

    @Does(Action.END_AGREEMENT)
    @PostMapping("/{id}/end")
    @Operation(
            summary = "Say on which day an agreement ends",
            description = "It binds on that day and no longer, as text and as rule set.")
    @Sample("""
            {"lastDay": "2026-06-30"}""")
    EndAgreement end(@PathVariable UUID id, @RequestBody End sent) {
        return new EndAgreement(new AgreementId(id), sent.lastDay());
    }
}
