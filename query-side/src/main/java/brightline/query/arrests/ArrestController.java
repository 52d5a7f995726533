package brightline.query.arrests;

import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.query.figures.FigureJson;
import brightline.query.figures.FigureQuestion;
import brightline.query.question.Asked;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Arrest and its alternatives over HTTP. */
@RestController
final class ArrestController {
    private final ArrestFigures figures;

    ArrestController(ArrestFigures figures) {
        this.figures = figures;
    }

    @Operation(
            summary = "Arrests and their alternatives (M1)",
            description =
                    "M1a avoidance, M1b diversion after arrest, M1c kept out of court, among those where an arrest was "
                            + "lawfully possible. One decision of each student and incident, read from all entries of it; by officer, capacity or another fact in which "
                            + "parts differ once for each value, so that groups may add up to more.")
    @Does(Action.READ_FIGURES)
    @GetMapping("/api/queries/arrests")
    Map<String, @Nullable Object> arrests(@Asked FigureQuestion question) {
        return FigureJson.of(figures.decisions(question));
    }
}
