package brightline.query.lateness;

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

/** Lateness over HTTP. */
@RestController
final class LatenessController {
    private final LatenessFigures figures;

    LatenessController(LatenessFigures figures) {
        this.figures = figures;
    }

    @Operation(
            summary = "How late contacts are recorded (M12)",
            description =
                    "Median and 90th percentile by nearest rank, in hours; the share above the agency's limit; the share "
                            + "recorded after a complaint or notice about the contact in whichever entry. One of each person and "
                            + "incident: of one entered twice the entry recorded first. By officer, capacity, class or another fact in "
                            + "which parts differ once for each value, so that groups may add up to more.")
    @Does(Action.READ_FIGURES)
    @GetMapping("/api/queries/lateness")
    Map<String, @Nullable Object> lateness(@Asked FigureQuestion question) {
        return FigureJson.of(figures.lags(question));
    }
}
