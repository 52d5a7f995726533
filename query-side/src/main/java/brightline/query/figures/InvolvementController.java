package brightline.query.figures;

import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.query.question.Asked;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class InvolvementController {
    private final InvolvementFigures figures;

    InvolvementController(InvolvementFigures figures) {
        this.figures = figures;
    }

    @Operation(
            summary = "Involvements, incidents, students and instances",
            description =
                    "Plain counts; an involvement is one officer, one student and one incident, however often it was entered; an "
                            + "instance is one student in one incident; students are counted once in each school year. Voided contacts "
                            + "are counted only where class=EXCLUDED is asked for. policeActivityAtSchool is one person in one "
                            + "incident whom police did something about on school grounds, whether or not it had to do with conduct at "
                            + "school.")
    @Does(Action.READ_FIGURES)
    @GetMapping("/api/queries/involvements")
    Map<String, @Nullable Object> involvements(@Asked FigureQuestion question) {
        return FigureJson.of(figures.count(question));
    }
}
