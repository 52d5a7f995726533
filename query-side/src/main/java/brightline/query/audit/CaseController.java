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
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
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

    /** @param next where the list goes on; absent at the end */
    record CaseList(
            List<Found> cases,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next) {}

    /** A flag, and where the rule is written. */
    record Raised(CaseFlag code, String words, String source) {}

    /**
     * A case as it was known.
     *
     * @param asKnownOn absent for now
     * @param agreement the one in force when it happened; null for none
     * @param timeline all that was recorded of it
     * @param standing of each officer on that day
     */
    record Timeline(
            UUID interaction,
            UUID incident,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String asKnownOn,

            long index,
            @Nullable UUID agreement,
            List<CaseTimeline.Involvement> involvements,
            List<CaseStory.Known> facts,
            List<Raised> violations,
            List<Raised> flags,
            List<CaseTimeline.Line> timeline,
            List<Standing> standing,
            List<String> notes) {}

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
    CaseList search(@Asked CaseQuestion question) {
        Stretch<Found> page = cases.search(question);
        return new CaseList(page.items(), page.next());
    }

    @Operation(summary = "All that was recorded of a case, in plain words, and what is to be said of it")
    @Does(Action.READ_TIMELINE)
    @GetMapping("/api/queries/cases/{interactionId}/timeline")
    Timeline timeline(@PathVariable UUID interactionId, @Asked Basis basis, CurrentActor actor) {
        for (String projection : List.of(TIMELINE, INVOLVEMENT, RosterProjection.NAME, CaseloadProjection.NAME)) {
            if (!horizons.holds(projection, basis.index())) {
                throw new ProblemException(FigureEngine.notYet());
            }
        }
        UUID own = actor.role() != AccountRole.SRO ? null : actor.officerId() == null ? NOBODY : actor.officerId();
        CaseTimeline told = cases.timeline(interactionId, basis.asKnownOn(), own);
        List<String> notes = notes(told);
        List<Standing> standing = standing(told, notes);
        return new Timeline(
                told.interactionId(),
                told.incidentId(),
                basis.asKnownOn() == null ? null : basis.asKnownOn().toString(),
                told.index(),
                told.agreement() == null ? null : told.agreement().agreementId(),
                told.involvements(),
                told.facts(),
                raised(told, true),
                raised(told, false),
                told.lines(),
                standing,
                notes);
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

    private static List<Raised> raised(CaseTimeline told, boolean violations) {
        return told.flags().stream()
                .filter(flag -> (flag.kind() == CaseFlag.Kind.VIOLATION) == violations)
                .map(flag -> new Raised(flag, flag.words(), flag.source()))
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
