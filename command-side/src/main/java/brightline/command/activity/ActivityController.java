package brightline.command.activity;

import brightline.command.activity.ActivityCommand.LogActivity;
import brightline.command.activity.ActivityCommand.WithdrawActivity;
import brightline.command.endpoint.CodeOf;
import brightline.command.endpoint.Line;
import brightline.command.endpoint.Sample;
import brightline.command.endpoint.Sender;
import brightline.command.endpoint.Words;
import brightline.command.follow.RecordedStreams;
import brightline.command.register.RegisterEdition;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.ActivityId;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.activity.ActivityEvent.ActivityLogged;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** A log of ten seconds: what, where, when. An officer's account logs the officer's own work. */
@RestController
@RequestMapping("/api/commands/activities")
class ActivityController {
    private final RecordedStreams streams;

    ActivityController(RecordedStreams streams) {
        this.streams = streams;
    }

    /**
     * @param officer null for the sender's own
     * @param startedAt null for now
     */
    record NewActivity(
            @Nullable OfficerId officer,
            @NotNull @Line(40) String school,
            @NotNull @CodeOf("activity") String kind,
            @Nullable Instant startedAt,
            @Min(1) @Max(24 * 60) @Nullable Integer minutes,
            @Min(1) @Max(10_000) @Nullable Integer students) {}

    record Withdrawal(@NotNull @CodeOf("correction-reason") String reason) {}

    @Does(Action.LOG_ACTIVITY)
    @Operation(
            summary = "Log work with students that is no contact",
            description = "Counted apart from contacts. Without a moment it began now.")
    @Sample("""
            {"school": "MAR", "kind": "TEACHING", "minutes": 45, "students": 28}""")
    @PostMapping
    LogActivity log(@RequestBody NewActivity sent, Sender sender, RegisterEdition known) {
        OfficerId officer = sender.orOwn("/officer", sent.officer());
        SchoolCode school = known.asRegistered(new SchoolCode(sent.school().strip()));
        return new LogActivity(
                sender.newId(ActivityId::new),
                officer,
                known.officer(officer).isPresent(),
                school,
                known.school(school).isPresent(),
                Words.code("activity", sent.kind()),
                sent.startedAt() == null ? sender.now() : sent.startedAt(),
                sent.minutes(),
                sent.students(),
                sender.now());
    }

    @Does(Action.WITHDRAW_ACTIVITY)
    @Operation(
            summary = "Withdraw an activity that was logged by mistake",
            description = "It stays in the log and counts nowhere. An officer's account withdraws the officer's own.")
    @Sample("""
            {"reason": "DOUBLE_ENTRY"}""")
    @PostMapping("/{id}/withdraw")
    WithdrawActivity withdraw(@PathVariable UUID id, @RequestBody Withdrawal sent, Sender sender) {
        if (sender.isOfficer()
                && streams.read(id.toString()).first() instanceof ActivityLogged logged
                && !sender.is(logged.officerId())) {
            throw new ProblemException(Problem.notFound());
        }
        return new WithdrawActivity(new ActivityId(id), Words.code("correction-reason", sent.reason()));
    }
}
