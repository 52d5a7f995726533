package brightline.query.lateness;

import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
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
                            + "recorded after a complaint or notice.")
    @FigureParameters
    @Does(Action.READ_FIGURES)
    @GetMapping("/api/queries/lateness")
    Map<String, @Nullable Object> lateness(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(hidden = true) CurrentActor actor) {
        return FigureJson.of(figures.lags(FigureRequest.read(parameters, CodeLists.standard(), actor)));
    }
}
