package brightline.query.roster;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.query.figures.FigureAnswer;
import brightline.query.figures.FigureEngine;
import brightline.query.figures.FigureEngine.Measure;
import brightline.query.figures.FigureJson;
import brightline.query.figures.FigureScope;
import brightline.query.projection.Horizons;
import brightline.query.question.Asked;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The roster and training of a day over HTTP. An officer's own account is answered about the own record. */
@RestController
@Tag(name = "Roster")
final class RosterController {
    static final List<String> PROJECTIONS = List.of(FigureEngine.PROJECTION, RosterProjection.NAME);
    private static final Set<AccountRole> SHOWN_COMPLAINTS =
            Set.of(AccountRole.SUPERVISOR, AccountRole.COORDINATOR, AccountRole.AUDITOR);

    private final FigureEngine engine;
    private final RosterFigures figures;
    private final TrainingFigures trainingFigures;
    private final Rosters rosters;
    private final Trainings trainings;
    private final Horizons horizons;
    private final RecordingClock clock;

    RosterController(
            FigureEngine engine,
            RosterFigures figures,
            TrainingFigures trainingFigures,
            Rosters rosters,
            Trainings trainings,
            Horizons horizons,
            RecordingClock clock) {
        this.engine = engine;
        this.figures = figures;
        this.trainingFigures = trainingFigures;
        this.rosters = rosters;
        this.trainings = trainings;
        this.horizons = horizons;
        this.clock = clock;
    }

    @Does(Action.READ_ROSTER)
    @GetMapping("/api/queries/roster")
    @Operation(
            summary = "Who serves where on a day, as it was and as it was known, and how stale the roster is (M8)",
            description = "Takes the filters and groups of every figure, for example"
                    + " /api/queries/roster?asOf=2018-09-13&asKnownOn=2018-10-01&groupBy=school.")
    Map<String, @Nullable Object> roster(@Asked AsOf asked, CurrentActor actor) {
        boolean complaints = SHOWN_COMPLAINTS.contains(actor.role());
        return answer(
                asked,
                figures::on,
                ProgrammeRules::remarks,
                (day, scope, rules) -> rosters.on(day, scope, rules, complaints));
    }

    @Does(Action.READ_ROSTER)
    @GetMapping("/api/queries/training")
    @Operation(
            summary = "Who was trained on a day, and how much contact was with officers who were not (M9)",
            description = "Takes the filters and groups of every figure, for example"
                    + " /api/queries/training?asOf=2025-10-01&groupBy=school.")
    Map<String, @Nullable Object> training(@Asked AsOf asked) {
        return answer(asked, trainingFigures::on, ProgrammeRules::topicRemarks, trainings::on);
    }

    @FunctionalInterface
    private interface Items {
        List<?> on(LocalDate day, FigureScope scope, ProgrammeRules rules);
    }

    private Map<String, @Nullable Object> answer(
            AsOf asked,
            Function<LocalDate, Measure> measure,
            BiFunction<ProgrammeRules, LocalDate, List<String>> remarks,
            Items items) {
        return engine.read(asked.question(), PROJECTIONS, scope -> {
            LocalDate day = asked.on().day(scope, clock);
            ProgrammeRules rules = figures.rules(scope);
            FigureAnswer answer = engine.answer(scope, measure.apply(day));
            List<String> notes = new ArrayList<>(answer.notes());
            notes.addAll(remarks.apply(rules, day));
            missing(notes);
            return json(answer, day, items.on(day, scope, rules), groupNotes(scope, notes));
        });
    }

    private static List<String> groupNotes(FigureScope scope, List<String> notes) {
        if (!RosterRows.canGroup(scope)) {
            notes.add("Assignments have no such group: only involvements are counted in these rows.");
        }
        return notes;
    }

    private void missing(List<String> notes) {
        long parked = horizons.parkedEvents(RosterProjection.NAME) + horizons.leftOutEvents(RosterProjection.NAME);
        if (parked > 0) {
            notes.add("Events of the roster that could not be handled and are not in here: %d.".formatted(parked));
        }
    }

    private static Map<String, @Nullable Object> json(
            FigureAnswer answer, LocalDate day, List<?> items, List<String> notes) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>(FigureJson.of(answer));
        json.put(AsOf.PARAMETER, day.toString());
        json.put("items", items);
        json.put("notes", notes);
        return json;
    }
}
