package brightline.command.activity;

import brightline.command.activity.ActivityCommand.LogActivity;
import brightline.command.activity.ActivityCommand.WithdrawActivity;
import brightline.command.follow.RecordedStreams;
import brightline.command.register.FieldChecks;
import brightline.command.register.ReferenceAnswers;
import brightline.command.register.ReferenceRegister;
import brightline.command.register.RegisterEdition;
import brightline.command.submission.Commands;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Request;
import brightline.command.submission.Requests;
import brightline.edge.access.AccountRole;
import brightline.edge.access.CurrentActor;
import brightline.edge.clock.RecordingClock;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.ActivityId;
import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.activity.ActivityEvent.ActivityLogged;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
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

/** A log of ten seconds: what, where, when. An officer's account logs the officer's own work. */
@RestController
@RequestMapping(path = "/api/commands/activities", produces = MediaType.APPLICATION_JSON_VALUE)
class ActivityController {
    private static final int LONGEST_MINUTES = 24 * 60;
    private static final int MOST_STUDENTS = 10_000;

    private final Commands commands;
    private final Requests requests;
    private final ReferenceRegister register;
    private final RecordedStreams streams;
    private final RecordingClock clock;

    ActivityController(
            Commands commands,
            Requests requests,
            ReferenceRegister register,
            RecordedStreams streams,
            RecordingClock clock) {
        this.commands = commands;
        this.requests = requests;
        this.register = register;
        this.streams = streams;
        this.clock = clock;
    }

    /**
     * @param officer null for the sender's own
     * @param kind code list {@code activity}
     * @param startedAt null for now
     */
    record NewActivity(
            @Nullable UUID officer,
            @Nullable String school,
            @Nullable String kind,
            @Nullable Instant startedAt,
            @Nullable Integer minutes,
            @Nullable Integer students) {}

    /** @param reason code list {@code correction-reason} */
    record Withdrawal(@Nullable String reason) {}

    @KeyHeader
    @Operation(
            summary = "Log work with students that is no contact",
            description = "Counted apart from contacts. Without a moment it began now.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                    {"school": "MAR", "kind": "TEACHING", "minutes": 45, "students": 28}
                    """))))
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ActivityAnswer> log(@RequestBody NewActivity body, HttpServletRequest http) {
        CurrentActor actor = CurrentActor.required();
        Instant now = clock.instant();
        RegisterEdition known = register.current();
        FieldChecks checks = new FieldChecks();
        checks.given("/school", body.school());
        SchoolCode school = checks.school("/school", body.school());
        Code kind = checks.code(
                "/kind",
                body.kind(),
                "activity",
                now.atZone(known.agency().zone()).toLocalDate());
        inRange(checks, "/minutes", body.minutes(), LONGEST_MINUTES);
        inRange(checks, "/students", body.students(), MOST_STUDENTS);
        UUID officer = body.officer() == null ? actor.officerId() : body.officer();
        checks.given("/officer", officer);
        if (actor.role() == AccountRole.SRO && !Objects.equals(officer, actor.officerId())) {
            checks.wrong("/officer", "wrong-value", "is another officer");
        }
        checks.refuse();
        Request request = requests.of(http, actor.username(), body);
        ActivityId id = new ActivityId(ReferenceAnswers.newId(request));
        OfficerId who = new OfficerId(Objects.requireNonNull(officer));
        SchoolCode where = Objects.requireNonNull(school);
        return ReferenceAnswers.created(
                commands.send(
                        new LogActivity(
                                id,
                                who,
                                known.officer(who).isPresent(),
                                where,
                                known.school(where).isPresent(),
                                kind,
                                body.startedAt() == null ? now : body.startedAt(),
                                body.minutes(),
                                body.students(),
                                now),
                        ActivityAnswer.class,
                        request),
                "/api/commands/activities/" + id);
    }

    private static void inRange(FieldChecks checks, String pointer, @Nullable Integer value, int most) {
        if (value != null && (value < 1 || value > most)) {
            checks.wrong(pointer, "wrong-value", "must be from 1 to " + most);
        }
    }

    @KeyHeader
    @Operation(
            summary = "Withdraw an activity that was logged by mistake",
            description = "It stays in the log and counts nowhere. An officer's account withdraws the officer's own.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("{\"reason\": \"DOUBLE_ENTRY\"}"))))
    @PostMapping("/{id}/withdraw")
    ResponseEntity<ActivityAnswer> withdraw(
            @PathVariable UUID id, @RequestBody Withdrawal body, HttpServletRequest http) {
        CurrentActor actor = CurrentActor.required();
        FieldChecks checks = new FieldChecks();
        Code reason = checks.code("/reason", body.reason(), "correction-reason", today());
        checks.refuse();
        if (actor.role() == AccountRole.SRO
                && streams.read(id.toString()).first() instanceof ActivityLogged logged
                && !logged.officerId().value().equals(actor.officerId())) {
            throw new ProblemException(Problem.notFound());
        }
        return ReferenceAnswers.done(commands.send(
                new WithdrawActivity(new ActivityId(id), reason),
                ActivityAnswer.class,
                requests.of(http, actor.username(), body)));
    }

    private LocalDate today() {
        return clock.instant().atZone(register.agency().zone()).toLocalDate();
    }
}
