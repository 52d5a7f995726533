package brightline.command.evaluation;

import brightline.command.endpoint.CodeOf;
import brightline.command.endpoint.Day;
import brightline.command.endpoint.Line;
import brightline.command.endpoint.Refusal;
import brightline.command.endpoint.Sample;
import brightline.command.endpoint.Sender;
import brightline.command.endpoint.Today;
import brightline.command.endpoint.Words;
import brightline.command.evaluation.EvaluationCommand.*;
import brightline.command.follow.RecordedStreams;
import brightline.command.register.RegisterEdition;
import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.EvaluationId;
import brightline.events.OfficerId;
import brightline.events.evaluation.EvaluationEvent.EvaluationMade;
import io.swagger.v3.oas.annotations.Operation;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Evaluations of officers. The officer's own account replies. */
@RestController
@RequestMapping("/api/commands/evaluations")
class EvaluationController {
    private final RecordedStreams streams;
    private final Today today;

    EvaluationController(RecordedStreams streams, Today today) {
        this.streams = streams;
        this.today = today;
    }

    /**
     * As a figure answered it.
     *
     * @param edition of its definition; null for the first
     * @param index last index of the log it rested on; null where that is not known
     */
    record Figure(
            @NotNull @Line(20) String measure,
            @Nullable Integer edition,
            @NotNull Long numerator,
            @NotNull Long denominator,
            @Nullable Long index) {
        TakenFigure taken() {
            return new TakenFigure(
                    measure.strip(), edition == null ? 1 : edition, numerator, denominator, index == null ? 0 : index);
        }
    }

    record NewEvaluation(
            @NotNull OfficerId officer,
            @NotNull @Day LocalDate from,
            @NotNull @Day LocalDate to,
            @NotNull @Line(60) String criteria,
            @NotNull @Size(max = 50) List<@NotNull @Valid Figure> figures) {}

    /** Kept encrypted. */
    record Reply(@NotBlank @Size(max = 20_000) String reply) {
        @Override
        public String toString() {
            return "[redacted]";
        }
    }

    record NextSteps(
            @NotNull @Size(min = 1, max = 50) @CodeOf("evaluation-step")
            List<String> steps,

            @Day @Nullable LocalDate lookAgainOn) {}

    @Does(Action.EVALUATE_OFFICER)
    @Operation(
            summary = "Evaluate an officer over a period",
            description =
                    "The figures are kept as given, with value and interval, and never move again. The evaluator is "
                            + "the account that sends.")
    @Sample("""
            {"officer": "00000000-0000-4000-8000-000000000001", "from": "2025-08-18", "to": "2026-01-30",
             "criteria": "2025-1",
             "figures": [{"measure": "M10a", "edition": 1, "numerator": 9, "denominator": 12, "index": 4711},
                         {"measure": "M1a", "edition": 1, "numerator": 5, "denominator": 8, "index": 4711}]}""")
    @PostMapping
    MakeEvaluation make(@RequestBody NewEvaluation sent, Sender sender, RegisterEdition known) {
        if (known.officer(sent.officer()).isEmpty()) {
            throw Refusal.of("/officer", "unknown-officer", "is no officer");
        }
        return new MakeEvaluation(
                sender.newId(EvaluationId::new),
                sent.officer(),
                sent.from(),
                sent.to(),
                sender.actor().username(),
                sent.criteria().strip(),
                sent.figures().stream().map(Figure::taken).toList(),
                today.date());
    }

    @Does(Action.REPLY_TO_EVALUATION)
    @Operation(summary = "Reply to an evaluation", description = "By the officer it is about, once. Kept encrypted.")
    @Sample("""
            {"reply": "The radio failed that day."}""")
    @PostMapping("/{id}/reply")
    ReplyToEvaluation reply(@PathVariable UUID id, @RequestBody Reply sent, Sender sender) {
        if (streams.read(id.toString()).first() instanceof EvaluationMade made && !sender.is(made.officerId())) {
            throw new ProblemException(Problem.notFound());
        }
        return new ReplyToEvaluation(new EvaluationId(id), sent.reply().strip());
    }

    @Does(Action.SET_NEXT_STEPS)
    @Operation(summary = "Say what is to follow from an evaluation", description = "Said again, the later word holds.")
    @Sample("""
            {"steps": ["TRAINING"], "lookAgainOn": "2026-06-01"}""")
    @PostMapping("/{id}/next-steps")
    SetNextSteps nextSteps(@PathVariable UUID id, @RequestBody NextSteps sent) {
        return new SetNextSteps(
                new EvaluationId(id),
                sent.steps().stream()
                        .map(step -> Words.code("evaluation-step", Objects.requireNonNull(step)))
                        .toList(),
                sent.lookAgainOn());
    }
}
