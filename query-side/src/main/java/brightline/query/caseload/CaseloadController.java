package brightline.query.caseload;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.query.figures.FigureJson;
import brightline.query.figures.FigureQuestion;
import brightline.query.question.Asked;
import brightline.query.question.Paging.Stretch;
import io.swagger.v3.oas.annotations.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Diversions, calming, questioning, searches and changes after the line over HTTP, with the filters of all figures. */
@RestController
final class CaseloadController {
    private final DiversionFigures diversions;
    private final DiversionList list;
    private final CalmingFigures calming;
    private final QuestioningFigures questioning;
    private final SearchFigures searches;
    private final LineFigures lines;

    CaseloadController(
            DiversionFigures diversions,
            DiversionList list,
            CalmingFigures calming,
            QuestioningFigures questioning,
            SearchFigures searches,
            LineFigures lines) {
        this.diversions = diversions;
        this.list = list;
        this.calming = calming;
        this.questioning = questioning;
        this.searches = searches;
        this.lines = lines;
    }

    /** Figure and list. An analyst is shown no single case, a programme its own cases and no figure. */
    @Operation(
            summary = "What became of diversions, as figure (M14) and as list",
            description =
                    "Completed, failed, unknown and open add up to all; groups by officer, capacity, class or action may add up "
                            + "to more. laterContacts counts over school years. An analyst is shown "
                            + "the figure only, a program its own cases only.")
    @Does(Action.READ_DIVERSIONS)
    @GetMapping("/api/queries/diversions")
    Map<String, @Nullable Object> diversions(@Asked DiversionList.Question question, CurrentActor actor) {
        boolean programme = actor.role() == AccountRole.PROVIDER;
        Map<String, @Nullable Object> json =
                programme ? new LinkedHashMap<>() : FigureJson.of(diversions.outcomes(question.figure()));
        if (actor.role() != AccountRole.ANALYST) {
            Stretch<DiversionList.Diversion> page = list.list(question, programme ? actor.username() : null);
            json.put("items", page.items());
            if (page.next() != null) {
                json.put("next", page.next());
            }
        }
        return json;
    }

    @Operation(summary = "How often calming was tried, and worked (M10)")
    @Does(Action.READ_FIGURES)
    @GetMapping("/api/queries/deescalation")
    Map<String, @Nullable Object> deescalation(@Asked FigureQuestion question) {
        return FigureJson.of(calming.shares(question));
    }

    @Operation(
            summary = "How often guardians were told before a student was questioned (M13)",
            description =
                    "One of each student and incident. A student under 18 who was questioned where the law bound, and of whose "
                            + "questioning nothing is recorded, is in missing and under QUESTIONING_NOT_RECORDED, beside the base. By "
                            + "officer, capacity, class or action once for each value, so that groups may add up to more.")
    @Does(Action.READ_FIGURES)
    @GetMapping("/api/queries/questioning")
    Map<String, @Nullable Object> questioning(@Asked FigureQuestion question) {
        return FigureJson.of(questioning.notice(question));
    }

    @Operation(
            summary = "Searches, their grounds and what was found",
            description =
                    "One search counts once, whatever the number of officers; by officer, capacity, class or action once for each "
                            + "value, so that groups may add up to more.")
    @Does(Action.READ_FIGURES)
    @GetMapping("/api/queries/searches")
    Map<String, @Nullable Object> searches(@Asked FigureQuestion question) {
        return FigureJson.of(searches.count(question));
    }

    @Operation(
            summary = "How often actions were unticked after the line had been shown",
            description =
                    "Contacts with an action unticked after the officer had been shown the line, of contacts in which one was "
                            + "shown, under the officer who recorded them; coercive actions unticked by the reason given. A supervisor's "
                            + "count, never a finding by itself.")
    @Does(Action.READ_LINE_CHANGES)
    @GetMapping("/api/queries/line-changes")
    Map<String, @Nullable Object> lineChanges(@Asked FigureQuestion question) {
        return FigureJson.of(lines.changes(question));
    }
}
