package brightline.query.funnel;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.code.CodeLists;
import brightline.query.figures.FigureFilters;
import brightline.query.figures.FigureJson;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureRequest;
import brightline.query.figures.FigureRow;
import brightline.query.funnel.FunnelLimits.Level;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Funnels over HTTP. */
@RestController
final class FunnelController {
    private static final String ROUTINE_DISCIPLINE = "routine-discipline";
    private final FunnelFigures figures;

    FunnelController(FunnelFigures figures) {
        this.figures = figures;
    }

    @Operation(
            summary = "Schools or officers against what chance leaves open (M7)",
            description =
                    "Limits of 95 and 99.8 percent about what is expected: for a school the pooled rate, for an officer the pooled "
                            + "rate of the school and tier of each contact. Fewer than 10 contacts: no point. A filter on the unit "
                            + "says which are shown; all others are pooled, except that an officer is set against the own record "
                            + "only. No groupBy.")
    @FigureFilters
    @Does(Action.READ_FIGURES)
    @GetMapping("/api/queries/funnels")
    Map<String, @Nullable Object> funnels(
            @Parameter(example = ROUTINE_DISCIPLINE) @RequestParam(required = false) @Nullable String measure,
            @Parameter(description = "school or officer", example = "school") @RequestParam(required = false) @Nullable
                    String unit,
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(hidden = true) CurrentActor actor) {
        FunnelUnit compared = unit == null ? null : FunnelUnit.named(unit).orElse(null);
        List<FieldProblem> wrong = new ArrayList<>();
        if (!ROUTINE_DISCIPLINE.equals(measure)) {
            wrong.add(new FieldProblem("?measure", "unknown-measure", "must be " + ROUTINE_DISCIPLINE));
        }
        if (compared == null) {
            wrong.add(new FieldProblem("?unit", "unknown-unit", "must be school or officer"));
        }
        if (parameters.containsKey("groupBy")) {
            wrong.add(
                    new FieldProblem("?groupBy", "unknown-parameter", "is not taken here: unit says what is compared"));
        }
        if (compared == null || !wrong.isEmpty()) {
            throw new ProblemException(Problem.invalid(wrong));
        }
        MultiValueMap<String, String> filters = new LinkedMultiValueMap<>(parameters);
        List.of("measure", "unit").forEach(filters::remove);
        FigureQuestion question = FigureRequest.read(filters, CodeLists.standard(), actor);
        boolean ownOnly = actor.role() == AccountRole.SRO && compared == FunnelUnit.OFFICER;
        return json(figures.compare(question, compared, ownOnly));
    }

    private static Map<String, @Nullable Object> json(FunnelAnswer answer) {
        Map<String, @Nullable Object> json = FigureJson.of(answer.figure(), row -> point(answer, row));
        json.put("measure", "M2a");
        json.put("unit", answer.unit().dimension().parameter());
        json.put("pooled", FigureJson.share(answer.pooled()));
        Map<String, @Nullable Object> dispersion = new LinkedHashMap<>();
        dispersion.put("phi", answer.phi() == null ? null : FunnelFigures.rounded(answer.phi()));
        dispersion.put("units", answer.scored());
        dispersion.put("widened", answer.widened());
        json.put("dispersion", dispersion);
        return json;
    }

    private static Map<String, @Nullable Object> point(FunnelAnswer answer, FigureRow row) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        Funnel.Point point = answer.points().get(row);
        if (point == null || !point.unit().hasPoint()) {
            json.put("text", "too few");
            return json;
        }
        long n = point.unit().n();
        boolean exact = n < FunnelLimits.NORMAL_FROM;
        Map<String, Object> limits = new LinkedHashMap<>();
        limits.put("method", exact ? "EXACT_BINOMIAL" : "NORMAL");
        for (Level level : Level.values()) {
            FunnelLimits at = point.limits().get(level);
            if (at != null) {
                limits.put(level.percent(), limits(at, n, exact));
            }
        }
        json.put("limits", limits);
        Funnel.Flag flag = point.flag();
        json.put(
                "flag",
                flag == null
                        ? null
                        : Map.of(
                                "direction",
                                flag.high() ? "HIGH" : "LOW",
                                "beyond",
                                flag.beyond().percent()));
        return json;
    }

    private static Map<String, Object> limits(FunnelLimits at, long n, boolean exact) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("low", FunnelFigures.rounded(at.low() / n));
        json.put("high", FunnelFigures.rounded(at.high() / n));
        if (exact) {
            json.put("lowCount", (long) at.low());
            json.put("highCount", (long) at.high());
        }
        return json;
    }
}
