package brightline.command.evaluation;

import brightline.command.evaluation.EvaluationCommand.*;
import brightline.command.follow.RecordedStreams;
import brightline.command.register.FieldChecks;
import brightline.command.register.ReferenceAnswers;
import brightline.command.register.ReferenceRegister;
import brightline.command.submission.Commands;
import brightline.command.submission.DerivedIds;
import brightline.command.submission.KeyHeader;
import brightline.command.submission.Request;
import brightline.command.submission.Requests;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.edge.description.CodeList;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.Code;
import brightline.events.EvaluationId;
import brightline.events.OfficerId;
import brightline.events.evaluation.EvaluationEvent.EvaluationMade;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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

/** Evaluations of officers. The officer's own account replies. */
@RestController
@RequestMapping(path = "/api/commands/evaluations", produces = MediaType.APPLICATION_JSON_VALUE)
class EvaluationController {
    private static final int MOST = 50;
    private static final int LONGEST_REPLY = 20_000;

    private final Commands commands;
    private final Requests requests;
    private final RecordedStreams streams;
    private final ReferenceRegister register;
    private final RecordingClock clock;

    EvaluationController(
            Commands commands,
            Requests requests,
            RecordedStreams streams,
            ReferenceRegister register,
            RecordingClock clock) {
        this.commands = commands;
        this.requests = requests;
        this.streams = streams;
        this.register = register;
        this.clock = clock;
    }

    /** As a figure answered it: its definition's edition, numerator and denominator, and the index it rested on. */
    record Figure(
            @NotBlank @Size(max = 20) @Nullable String measure,
            @Nullable Integer edition,
            @NotNull @Nullable Long numerator,
            @NotNull @Nullable Long denominator,
            @Nullable Long index) {}

    record NewEvaluation(
            @NotNull @Nullable UUID officer,
            @NotNull @Nullable LocalDate from,
            @NotNull @Nullable LocalDate to,
            @NotBlank @Size(max = 60) @Nullable String criteria,
            @NotNull @Size(max = 50) @Nullable List<@Nullable Figure> figures) {}

    /** Kept encrypted. */
    record Reply(@NotBlank @Size(max = 20_000) @Nullable String reply) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    /** @param steps code list {@code evaluation-step} */
    record NextSteps(
            @NotEmpty @Size(max = 50) @CodeList("evaluation-step") @Nullable
            List<@Nullable String> steps,

            @Nullable LocalDate lookAgainOn) {}

    @KeyHeader
    @Operation(
            summary = "Evaluate an officer over a period",
            description =
                    "The figures are kept as given, with value and interval, and never move again. The evaluator is "
                            + "the account that sends.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(examples = @ExampleObject("""
                    {"officer": "00000000-0000-4000-8000-000000000001", "from": "2025-08-18", "to": "2026-01-30",
                     "criteria": "2025-1",
                     "figures": [{"measure": "M10a", "edition": 1, "numerator": 9, "denominator": 12, "index": 4711},
                                 {"measure": "M1a", "edition": 1, "numerator": 5, "denominator": 8, "index": 4711}]}
                    """))))
    @Does(Action.EVALUATE_OFFICER)
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<EvaluationAnswer> make(@RequestBody NewEvaluation body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        checks.given("/officer", body.officer());
        if (body.officer() != null
                && register.officer(new OfficerId(body.officer())).isEmpty()) {
            checks.wrong("/officer", "unknown-officer", "is no officer");
        }
        checks.given("/from", body.from());
        checks.given("/to", body.to());
        String criteria = checks.text("/criteria", body.criteria(), 60);
        List<TakenFigure> figures = figures(checks, body.figures());
        checks.refuse();
        String evaluator = CurrentActor.required().username();
        Request request = requests.of(http, evaluator);
        EvaluationId id = new EvaluationId(DerivedIds.of(request, 0));
        return ReferenceAnswers.created(
                commands.send(
                        new MakeEvaluation(
                                id,
                                new OfficerId(Objects.requireNonNull(body.officer())),
                                Objects.requireNonNull(body.from()),
                                Objects.requireNonNull(body.to()),
                                evaluator,
                                criteria,
                                figures,
                                today()),
                        EvaluationAnswer.class,
                        request),
                "/api/commands/evaluations/",
                EvaluationAnswer::id);
    }

    private static List<TakenFigure> figures(FieldChecks checks, @Nullable List<@Nullable Figure> given) {
        List<TakenFigure> figures = new ArrayList<>();
        if (given == null || given.size() > MOST) {
            checks.wrong("/figures", "missing", "must be at most " + MOST + " figures");
            return figures;
        }
        for (int i = 0; i < given.size(); i++) {
            Figure figure = given.get(i);
            String at = "/figures/" + i;
            checks.given(at, figure);
            if (figure == null) {
                continue;
            }
            String measure = checks.text(at + "/measure", figure.measure(), 20);
            checks.given(at + "/numerator", figure.numerator());
            checks.given(at + "/denominator", figure.denominator());
            if (figure.numerator() != null && figure.denominator() != null) {
                figures.add(new TakenFigure(
                        measure,
                        figure.edition() == null ? 1 : figure.edition(),
                        figure.numerator(),
                        figure.denominator(),
                        figure.index() == null ? 0 : figure.index()));
            }
        }
        return figures;
    }

    @KeyHeader
    @Operation(
            summary = "Reply to an evaluation",
            description = "By the officer it is about, once. Kept encrypted.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(examples = @ExampleObject("{\"reply\": \"The radio failed that day.\"}"))))
    @Does(Action.REPLY_TO_EVALUATION)
    @PostMapping("/{id}/reply")
    ResponseEntity<EvaluationAnswer> reply(@PathVariable UUID id, @RequestBody Reply body, HttpServletRequest http) {
        String text = body.reply() == null ? "" : body.reply().strip();
        FieldChecks checks = new FieldChecks();
        if (text.isEmpty() || text.length() > LONGEST_REPLY) {
            checks.wrong("/reply", "wrong-value", "must have 1 to " + LONGEST_REPLY + " characters");
        }
        checks.refuse();
        if (streams.read(id.toString()).first() instanceof EvaluationMade made
                && !made.officerId().value().equals(CurrentActor.required().officerId())) {
            throw new ProblemException(Problem.notFound());
        }
        return send(new ReplyToEvaluation(new EvaluationId(id), text), body, http);
    }

    @KeyHeader
    @Operation(
            summary = "Say what is to follow from an evaluation",
            description = "Said again, the later word holds.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            examples =
                                                    @ExampleObject(
                                                            "{\"steps\": [\"TRAINING\"], \"lookAgainOn\": \"2026-06-01\"}"))))
    @Does(Action.SET_NEXT_STEPS)
    @PostMapping("/{id}/next-steps")
    ResponseEntity<EvaluationAnswer> nextSteps(
            @PathVariable UUID id, @RequestBody NextSteps body, HttpServletRequest http) {
        FieldChecks checks = new FieldChecks();
        List<Code> steps = new ArrayList<>();
        List<@Nullable String> named = body.steps() == null ? List.of() : body.steps();
        if (named.isEmpty() || named.size() > MOST) {
            checks.wrong("/steps", "missing", "must name 1 to " + MOST + " steps");
        } else {
            for (int i = 0; i < named.size(); i++) {
                steps.add(checks.code("/steps/" + i, named.get(i), "evaluation-step", today()));
            }
        }
        checks.refuse();
        return send(new SetNextSteps(new EvaluationId(id), steps, body.lookAgainOn()), body, http);
    }

    private ResponseEntity<EvaluationAnswer> send(EvaluationCommand command, Object body, HttpServletRequest http) {
        return ReferenceAnswers.done(commands.send(
                command,
                EvaluationAnswer.class,
                requests.of(http, CurrentActor.required().username())));
    }

    private LocalDate today() {
        return clock.instant().atZone(register.agency().zone()).toLocalDate();
    }
}
