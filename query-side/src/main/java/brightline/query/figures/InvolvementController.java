package brightline.query.figures;

import brightline.edge.access.CurrentActor;
import brightline.events.code.CodeLists;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class InvolvementController {
    private final InvolvementFigures figures;

    InvolvementController(InvolvementFigures figures) {
        this.figures = figures;
    }

    @GetMapping("/api/queries/involvements")
    Map<String, @Nullable Object> involvements(
            @RequestParam MultiValueMap<String, String> parameters, CurrentActor actor) {
        return FigureJson.of(figures.count(FigureRequest.read(parameters, CodeLists.standard(), actor)));
    }
}
