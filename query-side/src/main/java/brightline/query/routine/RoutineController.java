package brightline.query.routine;

import brightline.edge.access.CurrentActor;
import brightline.events.code.CodeLists;
import brightline.query.figures.FigureJson;
import brightline.query.figures.FigureParameters;
import brightline.query.figures.FigureRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The share of routine discipline over HTTP. */
@RestController
public final class RoutineController {
    private final RoutineFigures figures;

    public RoutineController(RoutineFigures figures) {
        this.figures = figures;
    }

    @Operation(
            summary = "The share of routine discipline (M2)",
            description = "M2a strict, M2b broad, M2c declined, M2d review backlog, and M2a by who asked. ")
    @FigureParameters
    @GetMapping("/api/queries/routine-discipline")
    Map<String, @Nullable Object> routineDiscipline(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(hidden = true) CurrentActor actor) {
        return FigureJson.of(figures.share(FigureRequest.read(parameters, CodeLists.standard(), actor)));
    }
}
