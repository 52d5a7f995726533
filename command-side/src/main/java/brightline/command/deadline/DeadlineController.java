package brightline.command.deadline;

import brightline.command.deadline.DeadlineCommand.MeetDeadline;
import brightline.command.deadline.DeadlineSwitchCommand.SwitchRule;
import brightline.command.register.FieldChecks;
import brightline.command.register.ReferenceAnswers;
import brightline.command.register.ReferenceRegister;
import brightline.command.submission.Commands;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Request;
import brightline.command.submission.Requests;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.edge.description.CodeList;
import brightline.events.Code;
import brightline.events.DeadlineId;
import brightline.events.DeadlineRuleId;
import brightline.events.deadline.DeadlineRule;
import brightline.events.deadline.DeadlineRules;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Deadlines are set by what is recorded; people record that they were met, and switch rows of the table on and off. */
@RestController
@RequestMapping(path = "/api/commands", produces = MediaType.APPLICATION_JSON_VALUE)
class DeadlineController {
    private final Commands commands;
    private final Requests requests;
    private final ReferenceRegister register;
    private final RecordingClock clock;

    DeadlineController(Commands commands, Requests requests, ReferenceRegister register, RecordingClock clock) {
        this.commands = commands;
        this.requests = requests;
        this.register = register;
        this.clock = clock;
    }

    /** @param manner code list {@code notice-manner}; null where it was no notice */
    record Meeting(
            @NotNull @Nullable Instant metAt,
            @CodeList("notice-manner") @Nullable String manner) {}

    record Switch(@NotNull @Nullable Boolean on) {}

    @KeyHeader
    @Operation(
            summary = "Record that what a deadline asks for was done",
            description =
                    "With the moment it was done, in time or late; recording it later changes nothing about that.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                    {"metAt": "2026-03-02T16:40:00Z", "manner": "PHONE"}
                    """))))
    @Does(Action.MEET_DEADLINE)
    @PostMapping("/deadlines/{id}/met")
    ResponseEntity<DeadlineAnswer> met(@PathVariable UUID id, @RequestBody Meeting body, HttpServletRequest http) {
        Instant now = clock.instant();
        FieldChecks checks = new FieldChecks();
        checks.given("/metAt", body.metAt());
        Code manner = body.manner() == null
                ? null
                : checks.code(
                        "/manner",
                        body.manner(),
                        "notice-manner",
                        now.atZone(register.agency().zone()).toLocalDate());
        checks.refuse();
        return ReferenceAnswers.done(commands.send(
                new MeetDeadline(new DeadlineId(id), Objects.requireNonNull(body.metAt()), manner, now),
                DeadlineAnswer.class,
                request(http, body)));
    }

    @KeyHeader
    @Operation(
            summary = "Switch a row of the table of deadlines on or off",
            description = "For what is recorded from now on; deadlines already set stay.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("{\"on\": false}"))))
    @Does(Action.SWITCH_DEADLINE_RULE)
    @PostMapping("/deadline-rules/{rule}/switch")
    ResponseEntity<DeadlineSwitchAnswer> switchRule(
            @Parameter(description = "Row of the table of deadlines", example = "CO-ARREST-PRINCIPAL") @PathVariable
                    String rule,
            @RequestBody Switch body,
            HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        checks.given("/on", body.on());
        checks.refuse();
        Optional<DeadlineRule> row = DeadlineRules.named(rule);
        return ReferenceAnswers.done(commands.send(
                new SwitchRule(
                        DeadlineRuleId.of(rule),
                        rule,
                        row.isPresent(),
                        row.map(DeadlineRule::on).orElse(false),
                        Objects.requireNonNull(body.on())),
                DeadlineSwitchAnswer.class,
                request(http, body)));
    }

    private Request request(HttpServletRequest http, Object body) {
        return requests.of(http, CurrentActor.required().username());
    }
}
