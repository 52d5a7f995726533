package brightline.command.deadline;

import brightline.command.deadline.DeadlineCommand.MeetDeadline;
import brightline.command.deadline.DeadlineSwitchCommand.SwitchRule;
import brightline.command.endpoint.CodeOf;
import brightline.command.endpoint.Sample;
import brightline.command.endpoint.Sender;
import brightline.command.endpoint.Words;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.events.DeadlineId;
import brightline.events.DeadlineRuleId;
import brightline.events.deadline.DeadlineRule;
import brightline.events.deadline.DeadlineRules;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Deadlines are set by what is recorded; people record that they were met, and switch rows of the table on and off. */
@RestController
@RequestMapping("/api/commands")
class DeadlineController {
    /** @param manner null where it was no notice */
    record Meeting(
            @NotNull Instant metAt,
            @CodeOf("notice-manner") @Nullable String manner) {}

    record Switch(@NotNull Boolean on) {}

    @Does(Action.MEET_DEADLINE)
    @Operation(
            summary = "Record that what a deadline asks for was done",
            description =
                    "With the moment it was done, in time or late; recording it later changes nothing about that.")
    @Sample("""
            {"metAt": "2026-03-02T16:40:00Z", "manner": "PHONE"}""")
    @PostMapping("/deadlines/{id}/met")
    MeetDeadline met(@PathVariable UUID id, @RequestBody Meeting sent, Sender sender) {
        return new MeetDeadline(
                new DeadlineId(id),
                sent.metAt(),
                sent.manner() == null ? null : Words.code("notice-manner", sent.manner()),
                sender.now());
    }

    @Does(Action.SWITCH_DEADLINE_RULE)
    @Operation(
            summary = "Switch a row of the table of deadlines on or off",
            description = "For what is recorded from now on; deadlines already set stay.")
    @Sample("""
            {"on": false}""")
    @PostMapping("/deadline-rules/{rule}/switch")
    SwitchRule switchRule(
            @Parameter(description = "Row of the table of deadlines", example = "CO-ARREST-PRINCIPAL") @PathVariable
                    String rule,
            @RequestBody Switch sent) {
        Optional<DeadlineRule> row = DeadlineRules.named(rule);
        return new SwitchRule(
                DeadlineRuleId.of(rule),
                rule,
                row.isPresent(),
                row.map(DeadlineRule::on).orElse(false),
                sent.on());
    }
}
