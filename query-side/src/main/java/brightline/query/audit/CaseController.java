package brightline.query.audit;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.code.CodeLists;
import brightline.query.audit.CaseTimeline.Page;
import brightline.query.caseload.CaseFlag;
import brightline.query.caseload.CaseloadProjection;
import brightline.query.figures.AsKnownOn;
import brightline.query.figures.FigureEngine;
import brightline.query.figures.FigureFilters;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureRequest;
import brightline.query.figures.Times;
import brightline.query.projection.Horizons;
import brightline.query.roster.RosterProjection;
import brightline.query.roster.Standings;
import brightline.query.roster.Standings.Standing;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases over HTTP. An officer's own account finds the officer's own cases only. */
@RestController
final class CaseController {
    private static final UUID NOBODY = new UUID(0, 0);
    private static final int MOST = 100;
    private static final String TIMELINE = "timeline";
    private static final String INVOLVEMENT = "involvement";

    private final Cases cases;
    private final Horizons horizons;
    private final Standings standings;

    CaseController(Cases cases, Horizons horizons, Standings standings) {
        this.cases = cases;
        this.horizons = horizons;
        this.standings = standings;
    }

    @Operation(summary = "Find cases", description = "An officer's own account finds the officer's own cases only.")
    @FigureFilters
    @Does(Action.SEARCH_CASES)
    @GetMapping("/api/queries/cases")
    Map<String, @Nullable Object> search(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(
                            description =
                                    "An incident's number, its digits (1210, 2026-1210) or its beginning; or its report, dispatch or camera number",
                            example = "BL-2026")
                    @RequestParam(required = false)
                    @Nullable
                    String number,
            @Parameter(description = "What is to be looked at in a case", example = "NOTICE_NOT_DOCUMENTED")
                    @RequestParam(required = false)
                    @Nullable
                    String flag,
            @Parameter(description = "What became of the record: CORRECTED, LATE, VOIDED or LINKED")
                    @RequestParam(required = false)
                    @Nullable
                    String mark,
            @Parameter(description = "The next of an earlier answer") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "Items at most", example = "50") @RequestParam(defaultValue = "50") int limit,
            @Parameter(hidden = true) CurrentActor actor) {
        if (limit < 1 || limit > MOST) {
            throw wrong("limit", "must be from 1 to " + MOST);
        }
        MultiValueMap<String, String> filters = new LinkedMultiValueMap<>(parameters);
        List.of("number", "flag", "mark", "cursor", "limit").forEach(filters::remove);
        FigureQuestion question = FigureRequest.read(filters, CodeLists.standard(), actor);
        if (!question.groupBy().isEmpty()) {
            throw wrong("groupBy", "is for figures");
        }
        Page page = cases.search(question, number, flag(flag), mark(mark), cursor, limit);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("cases", page.cases());
        if (page.next() != null) {
            json.put("next", page.next());
        }
        return json;
    }

    @Operation(summary = "All that was recorded of a case, in plain words, and what is to be said of it")
    @Does(Action.READ_TIMELINE)
    @GetMapping("/api/queries/cases/{interactionId}/timeline")
    Map<String, @Nullable Object> timeline(
            @PathVariable UUID interactionId,
            @Parameter(
                            description = "What was recorded until the end of that day, or until that moment",
                            example = "2026-03-31")
                    @RequestParam(required = false)
                    @Nullable
                    String asKnownOn,
            @Parameter(
                            description = "The answer rests on the event of this index, or says that it cannot yet",
                            example = "1")
                    @RequestParam(defaultValue = "0")
                    long atLeastIndex,
            @Parameter(hidden = true) CurrentActor actor) {
        for (String projection : List.of(TIMELINE, INVOLVEMENT, RosterProjection.NAME, CaseloadProjection.NAME)) {
            if (!horizons.holds(projection, atLeastIndex)) {
                throw new ProblemException(FigureEngine.notYet());
            }
        }
        UUID own = actor.role() != AccountRole.SRO ? null : actor.officerId() == null ? NOBODY : actor.officerId();
        CaseTimeline told = cases.timeline(interactionId, moment(asKnownOn), own);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("interaction", told.interactionId());
        json.put("incident", told.incidentId());
        if (asKnownOn != null) {
            json.put("asKnownOn", asKnownOn);
        }
        json.put("index", told.index());
        json.put("agreement", told.agreement() == null ? null : told.agreement().agreementId());
        json.put("involvements", told.involvements());
        json.put("facts", told.facts());
        json.put("violations", flags(told, true));
        json.put("flags", flags(told, false));
        json.put("timeline", told.lines());
        List<String> notes = notes(told);
        json.put("standing", standing(told, notes));
        json.put("notes", notes);
        return json;
    }

    /** Each officer's standing on the day of the contact, as known then; what is to be said of it goes to the notes. */
    private List<Standing> standing(CaseTimeline told, List<String> notes) {
        long horizon = Math.min(told.index(), horizons.position(RosterProjection.NAME));
        List<Standing> standing = new ArrayList<>();
        for (CaseTimeline.Involvement one : told.involvements()) {
            UUID officer = one.officer();
            if (officer != null) {
                Standing found = standings.of(officer, one.school(), one.occurredOn(), horizon);
                standing.add(found);
                String words = found.words(Objects.requireNonNullElse(one.officerName(), officer.toString()));
                if (words != null) {
                    notes.add(words);
                }
            }
        }
        return standing;
    }

    private static @Nullable CaseFlag flag(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        return Arrays.stream(CaseFlag.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong("flag", "is no flag"));
    }

    private static @Nullable CaseMark mark(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        return Arrays.stream(CaseMark.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> wrong("mark", "is no mark"));
    }

    private static List<Map<String, String>> flags(CaseTimeline told, boolean violations) {
        return told.flags().stream()
                .filter(flag -> (flag.kind() == CaseFlag.Kind.VIOLATION) == violations)
                .map(flag -> Map.of("code", flag.name(), "words", flag.words(), "source", flag.source()))
                .toList();
    }

    private List<String> notes(CaseTimeline told) {
        List<String> notes = new ArrayList<>();
        if (told.agreement() == null) {
            notes.add("NONE IN FORCE: rule set 1 measures.");
        }
        long missing = horizons.missingEvents(
                List.of(told.interactionId().toString(), told.incidentId().toString()));
        if (missing > 0) {
            notes.add("Events of this case that could not be handled and may be missing here: %d.".formatted(missing));
        }
        return notes;
    }

    private static @Nullable AsKnownOn moment(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? null : AsKnownOn.of(text);
        } catch (DateTimeParseException _) {
            throw wrong("asKnownOn", "must be " + Times.DAY_OR_MOMENT);
        }
    }

    private static ProblemException wrong(String parameter, String reason) {
        return new ProblemException(Problem.invalid(List.of(new FieldProblem("?" + parameter, "wrong-value", reason))));
    }
}
