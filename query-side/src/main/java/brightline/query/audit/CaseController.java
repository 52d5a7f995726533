package brightline.query.audit;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.edge.problem.ProblemException;
import brightline.query.audit.CaseTimeline.Found;
import brightline.query.caseload.CaseFlag;
import brightline.query.caseload.CaseloadProjection;
import brightline.query.figures.FigureEngine;
import brightline.query.projection.Horizons;
import brightline.query.question.Asked;
import brightline.query.question.Basis;
import brightline.query.question.Paging.Stretch;
import brightline.query.roster.RosterProjection;
import brightline.query.roster.Standings;
import brightline.query.roster.Standings.Standing;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Cases over HTTP. An officer's own account finds the officer's own cases only. */
@RestController
final class CaseController {
    private static final UUID NOBODY = new UUID(0, 0);
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
    @Does(Action.SEARCH_CASES)
    @GetMapping("/api/queries/cases")
    Map<String, @Nullable Object> search(@Asked CaseQuestion question) {
        Stretch<Found> page = cases.search(question);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("cases", page.items());
        if (page.next() != null) {
            json.put("next", page.next());
        }
        return json;
    }

    @Operation(summary = "All that was recorded of a case, in plain words, and what is to be said of it")
    @Does(Action.READ_TIMELINE)
    @GetMapping("/api/queries/cases/{interactionId}/timeline")
    Map<String, @Nullable Object> timeline(
            @PathVariable UUID interactionId, @Asked Basis basis, CurrentActor actor) {
        for (String projection : List.of(TIMELINE, INVOLVEMENT, RosterProjection.NAME, CaseloadProjection.NAME)) {
            if (!horizons.holds(projection, basis.index())) {
                throw new ProblemException(FigureEngine.notYet());
            }
        }
        UUID own = actor.role() != AccountRole.SRO ? null : actor.officerId() == null ? NOBODY : actor.officerId();
        CaseTimeline told = cases.timeline(interactionId, basis.asKnownOn(), own);
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("interaction", told.interactionId());
        json.put("incident", told.incidentId());
        if (basis.asKnownOn() != null) {
            json.put("asKnownOn", basis.asKnownOn().toString());
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
}
