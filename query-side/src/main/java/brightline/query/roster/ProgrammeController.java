package brightline.query.roster;

import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.edge.clock.RecordingClock;
import brightline.query.figures.FigureEngine;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureScope;
import brightline.query.projection.Horizons;
import brightline.query.question.AsKnownOn;
import brightline.query.question.Asked;
import brightline.query.question.Basis;
import brightline.query.roster.ProgrammeRules.Period;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The programme and its agreements on a day over HTTP. That there is none is said as plainly as that there is one. */
@RestController
@Tag(name = "Program")
final class ProgrammeController {
    static final String NONE_IN_FORCE = "NONE IN FORCE";
    static final String NO_COORDINATOR = "NONE";

    /** From that day on no officer serves in a school without an agreement: 105 ILCS 5/10-20.68, as read. */
    private static final LocalDate AGREEMENT_NEEDED = LocalDate.of(2026, 7, 1);

    /** What is asked. */
    record Question(OnDay on, Basis basis) {}

    /**
     * The agreements of a day.
     *
     * @param asKnownOn absent for now
     * @param inForce null where none is, as {@code state} says
     */
    record AgreementList(
            LocalDate asOf,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String asKnownOn,

            long index,
            @Nullable UUID inForce,
            String state,
            List<AgreementEntry> items,
            List<String> notes) {}

    /**
     * The program on a day.
     *
     * @param asKnownOn absent for now
     * @param coordinator null where nobody is designated, as {@code coordinatorState} says
     * @param agreement the one in force; null where none is, as {@code agreementState} says
     */
    record Programme(
            LocalDate asOf,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String asKnownOn,

            long index,
            Programmes.@Nullable Coordinator coordinator,
            String coordinatorState,
            @Nullable UUID agreement,
            String agreementState,
            Rules rules,
            Map<String, Long> schoolsByStatus,
            List<SchoolProgramme> items,
            List<String> notes) {}

    /** What holds of the officers. @param topics names of training topics by their codes */
    record Rules(Map<String, String> topics, List<String> eligibility) {}

    private final FigureEngine engine;
    private final Agreements agreements;
    private final Programmes programmes;
    private final RosterFigures figures;
    private final Horizons horizons;
    private final RecordingClock clock;

    ProgrammeController(
            FigureEngine engine,
            Agreements agreements,
            Programmes programmes,
            RosterFigures figures,
            Horizons horizons,
            RecordingClock clock) {
        this.engine = engine;
        this.agreements = agreements;
        this.programmes = programmes;
        this.figures = figures;
        this.horizons = horizons;
        this.clock = clock;
    }

    @Does(Action.READ_PROGRAM)
    @GetMapping("/api/queries/agreements")
    @Operation(
            summary = "Agreements, directives and guidelines, and which of them is in force on a day",
            description = "For example /api/queries/agreements?asOf=2018-09-13&asKnownOn=2018-10-01.")
    AgreementList agreements(@Asked Question asked) {
        return engine.read(FigureQuestion.restingOn(asked.basis()), RosterController.PROJECTIONS, scope -> {
            LocalDate day = asked.on().day(scope, clock);
            List<AgreementEntry> all = agreements.on(day, scope);
            return new AgreementList(
                    day, known(asked), scope.horizon(), inForce(all), state(all), all, notes(all, day, scope));
        });
    }

    @Does(Action.READ_PROGRAM)
    @GetMapping("/api/queries/programme")
    @Operation(
            summary = "Who coordinates the program on a day, under which agreement, and which schools are in it",
            description = "For example /api/queries/programme?asOf=2020-09-01.")
    Programme programme(@Asked Question asked) {
        return engine.read(FigureQuestion.restingOn(asked.basis()), RosterController.PROJECTIONS, scope -> {
            LocalDate day = asked.on().day(scope, clock);
            List<AgreementEntry> all = agreements.on(day, scope);
            Programmes.Coordinator coordinator = programmes.coordinator(day, scope);
            List<SchoolProgramme> schools = programmes.schools(day, scope);
            List<String> notes = notes(all, day, scope);
            if (coordinator == null) {
                notes.addFirst("NONE: nobody is designated as the program's coordinator on this day.");
            }
            Period rules = figures.rules(scope).on(day);
            return new Programme(
                    day,
                    known(asked),
                    scope.horizon(),
                    coordinator,
                    coordinator == null ? NO_COORDINATOR : "DESIGNATED",
                    inForce(all),
                    state(all),
                    new Rules(rules.topics(), rules.eligibility()),
                    byStatus(schools),
                    schools,
                    notes);
        });
    }

    private static Map<String, Long> byStatus(List<SchoolProgramme> schools) {
        return schools.stream()
                .collect(Collectors.groupingBy(
                        school -> school.status() == null ? "MISSING" : school.status(), Collectors.counting()));
    }

    private static String state(List<AgreementEntry> all) {
        return inForce(all) == null ? NONE_IN_FORCE : "IN FORCE";
    }

    private static @Nullable UUID inForce(List<AgreementEntry> all) {
        return all.stream()
                .filter(AgreementEntry::inForce)
                .map(AgreementEntry::agreement)
                .findFirst()
                .orElse(null);
    }

    private List<String> notes(List<AgreementEntry> all, LocalDate day, FigureScope scope) {
        List<String> notes = new ArrayList<>();
        int assigned = agreements.assigned(day, scope.horizon()).size();
        if (inForce(all) == null) {
            notes.add(NONE_IN_FORCE + ": no agreement binds on this day.");
            if (assigned > 0
                    && !day.isBefore(AGREEMENT_NEEDED)
                    && scope.settings().jurisdiction().equals("illinois")) {
                notes.add("105 ILCS 5/10-20.68: %d officers are assigned to schools without an agreement in force."
                        .formatted(assigned));
            }
        }
        all.stream()
                .filter(one -> one.inForce() && !one.clausesMissing().isEmpty())
                .forEach(one -> notes.add("105 ILCS 5/10-20.68: the agreement in force lacks %s."
                        .formatted(String.join(", ", one.clausesMissing()))));
        long missing = horizons.parkedEvents(RosterProjection.NAME) + horizons.leftOutEvents(RosterProjection.NAME);
        if (missing > 0) {
            notes.add("Events of the program that could not be handled and are not in here: %d.".formatted(missing));
        }
        return notes;
    }

    private static @Nullable String known(Question asked) {
        AsKnownOn known = asked.basis().asKnownOn();
        return known == null ? null : known.toString();
    }
}
