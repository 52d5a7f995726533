package brightline.query.figures;

import brightline.query.figures.FigureEngine.Measure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Plain counts. One involvement is one officer, one student and one incident, however often it was entered; an instance is one
 * student in one incident, however many officers; a student is counted once in each school year, or once for each interaction where
 * not identified; an incident entered twice is one. Of entries that tell of one officer, one student and one incident the one with the
 * worst class counts, at a tie the primary one; it happened when and where the primary one says. Voided contacts are in none of these;
 * they are counted where {@code class=EXCLUDED} is asked for.
 *
 * <p>Whoever is known to be in no school of the district is no student: such records are in none of these but the incidents, and
 * {@code nonStudents} says how many instances there are of them.
 *
 * <p>{@code policeActivityAtSchool} is one person in one incident whom police did something about on school grounds (action level
 * 1, 2, 3 or D; presence and referring back are none), whoever the person was and whether or not it had to do with conduct at
 * school: a warrant for something outside counts here and nowhere in M1. {@code policeActivityPlaceMissing} are those of whom it
 * is not recorded whether the place is on school grounds. The definition is ours.
 */
@Component
public final class InvolvementFigures {
    private static final String POLICE_ACTED = "action in ('1', '2', '3', 'D')";
    private static final Measure MEASURE = new Measure(
            "involvements",
            2,
            InvolvementFigures::statement,
            row -> {
                Map<String, Long> counts = new LinkedHashMap<>();
                counts.put("incidents", row.getLong("incidents"));
                counts.put("students", row.getLong("students"));
                counts.put("instances", row.getLong("instances"));
                counts.put("nonStudents", row.getLong("non_students"));
                counts.put("policeActivityAtSchool", row.getLong("at_school"));
                counts.put("policeActivityPlaceMissing", row.getLong("no_place"));
                return new FigureRow(Map.of(), Map.of(), row.getLong("involvements"), counts, Map.of());
            },
            rows -> rows.size() > 1
                    ? List.of(
                            "A student, an incident or an instance that is in several groups is counted in each of them.")
                    : List.of());

    private final FigureEngine engine;

    public InvolvementFigures(FigureEngine engine) {
        this.engine = engine;
    }

    /** Involvements, with {@code incidents}, {@code students} and {@code instances} beside them. */
    public FigureAnswer count(FigureQuestion question) {
        return engine.answer(question, MEASURE);
    }

    /** Instances first, each once: then no count but those of incidents and students has to sort. */
    private static String statement(FigureScope scope) {
        return scope.factsOfEverybody()
                + """
                , instances as (
                  select %5$s primary_incident_id, student,
                         count(*) filter (where %1$s) as involvements,
                         bool_or(%1$s) as of_student,
                         bool_or(not (%1$s)) as of_nobody,
                         bool_or(%2$s and %3$s) as at_school,
                         bool_or(%2$s and (place is null or not (%3$s or %4$s))) as no_place
                    from facts group by %6$s primary_incident_id, student)
                select %6$s
                       coalesce(sum(involvements), 0)::bigint as involvements,
                       count(distinct primary_incident_id) as incidents,
                       count(distinct student) filter (where of_student) as students,
                       count(*) filter (where of_student) as instances,
                       count(*) filter (where of_nobody) as non_students,
                       count(*) filter (where at_school) as at_school,
                       count(*) filter (where no_place) as no_place
                  from instances
                """.formatted(
                                FigureScope.OF_STUDENTS,
                                POLICE_ACTED,
                                SchoolGrounds.on("place"),
                                SchoolGrounds.off("place"),
                                scope.groupColumns(),
                                scope.groupNames())
                + scope.groupClause();
    }
}
