package brightline.query.routine;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.query.caseload.LineFigures;
import brightline.query.figures.FigureAnswer;
import brightline.query.figures.FigureJson;
import brightline.query.figures.FigureQuestion;
import brightline.query.question.Asked;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The share of routine discipline over HTTP. */
@RestController
final class RoutineController {
    private static final Set<AccountRole> READ_LINE_CHANGES = Set.of(AccountRole.SUPERVISOR, AccountRole.AUDITOR);

    private final RoutineFigures figures;
    private final LineFigures lines;

    RoutineController(RoutineFigures figures, LineFigures lines) {
        this.figures = figures;
        this.lines = lines;
    }

    @Operation(
            summary = "The share of routine discipline (M2)",
            description =
                    "M2a strict, M2b broad, M2c declined, M2d review backlog, and M2a by who asked. Supervisors and auditors "
                            + "are told how often actions were unticked after the line had been shown.")
    @Does(Action.READ_FIGURES)
    @GetMapping("/api/queries/routine-discipline")
    Map<String, @Nullable Object> routineDiscipline(@Asked FigureQuestion question, CurrentActor actor) {
        FigureAnswer answer = figures.share(question);
        return FigureJson.of(
                READ_LINE_CHANGES.contains(actor.role()) ? answer.alsoNoting(lines.note(question)) : answer);
    }
}
