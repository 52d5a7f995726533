package brightline.query.funnel;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.events.measure.Decimals;
import brightline.query.figures.FigureJson;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureRow;
import brightline.query.figures.Limited;
import brightline.query.funnel.FunnelLimits.Level;
import brightline.query.question.Asked;
import brightline.query.question.Filter;
import io.swagger.v3.oas.annotations.Operation;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Funnels over HTTP. */
@RestController
final class FunnelController {
    private static final String ROUTINE_DISCIPLINE = "routine-discipline";

    /** What is asked: {@code unit} says what is compared, and so there are no groups. */
    record Question(
            @Filter(value = "What is compared", example = ROUTINE_DISCIPLINE, oneOf = ROUTINE_DISCIPLINE, needed = true)
            String measure,

            @Filter(
                    value = "Whom it is compared among",
                    example = "school",
                    oneOf = {"school", "officer"},
                    needed = true)
            String unit,

            @Limited FigureQuestion figure) {}

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
    @Does(Action.READ_FIGURES)
    @GetMapping("/api/queries/funnels")
    Map<String, @Nullable Object> funnels(@Asked Question question, CurrentActor actor) {
        FunnelUnit compared = FunnelUnit.named(question.unit());
        boolean ownOnly = actor.role() == AccountRole.SRO && compared == FunnelUnit.OFFICER;
        return json(figures.compare(question.figure(), compared, ownOnly));
    }

    private static Map<String, @Nullable Object> json(FunnelAnswer answer) {
        Map<String, @Nullable Object> json = FigureJson.of(answer.figure(), row -> point(answer, row));
        json.put("measure", "M2a");
        json.put("unit", answer.unit().dimension().parameter());
        json.put("pooled", FigureJson.share(answer.pooled()));
        Map<String, @Nullable Object> dispersion = new LinkedHashMap<>();
        dispersion.put("phi", answer.phi() == null ? null : Decimals.rounded(answer.phi()));
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
        BigDecimal of = BigDecimal.valueOf(n);
        json.put("low", Decimals.rounded(at.low().divide(of, Decimals.WORKING)));
        json.put("high", Decimals.rounded(at.high().divide(of, Decimals.WORKING)));
        if (exact) {
            json.put("lowCount", at.low().longValueExact());
            json.put("highCount", at.high().longValueExact());
        }
        return json;
    }
}
