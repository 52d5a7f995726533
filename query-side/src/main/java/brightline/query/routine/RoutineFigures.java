package brightline.query.routine;

import brightline.events.measure.Proportion;
import brightline.query.figures.FigureAnswer;
import brightline.query.figures.FigureEngine;
import brightline.query.figures.FigureEngine.Measure;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureRow;
import brightline.query.figures.FigureScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Routine-discipline involvement (measure M2, edition 2). D is every class but NEEDS_REVIEW, NOT_APPLICABLE and EXCLUDED. Actions of
 * equal imminence are one phase, and the worst phase gives the class; the rule shown is the first of the table among the phases of
 * that class. Of entries of one contact the worst counts. The class is the rules', or a reviewer's where that is asked for.
 *
 * <p>M2a strict = ROUTINE_DISCIPLINE / D; M2b broad = with ROUTINE_DISCIPLINE_LOW; M2c = DECLINED of all involvements of tier 1
 * or 2 that staff asked for; M2d review backlog = NEEDS_REVIEW / (D + NEEDS_REVIEW). The share speaks of requests by staff as
 * much as of officers: beside it stand the strict numerator and D of what staff asked for.
 */
@Component
public final class RoutineFigures {
    private static final Measure MEASURE =
            new Measure("M2", 2, RoutineFigures::statement, RoutineFigures::row, RoutineFigures::remarks);

    private final FigureEngine engine;

    public RoutineFigures(FigureEngine engine) {
        this.engine = engine;
    }

    /** The share of routine discipline; {@code count} is involvements of all classes. */
    public FigureAnswer share(FigureQuestion question) {
        return engine.answer(question, MEASURE);
    }

    /** The same of a scope at hand, for use inside {@link FigureEngine#read}. */
    public FigureAnswer share(FigureScope scope) {
        return engine.answer(scope, MEASURE);
    }

    private static String statement(FigureScope scope) {
        return scope.factsTable() + "select " + scope.groupColumns() + """
                count(*) as involvements,
                count(*) filter (where class not in ('NEEDS_REVIEW', 'NOT_APPLICABLE', 'EXCLUDED')) as d,
                count(*) filter (where class = 'ROUTINE_DISCIPLINE') as routine,
                count(*) filter (where class = 'ROUTINE_DISCIPLINE_LOW') as low,
                count(*) filter (where class = 'NEEDS_REVIEW') as review,
                count(*) filter (where tier in ('1', '2') and initiator = 'STAFF_REQUEST' and class = 'DECLINED')
                  as declined,
                count(*) filter (where tier in ('1', '2') and initiator = 'STAFF_REQUEST'
                   and class in ('DECLINED', 'ROUTINE_DISCIPLINE', 'ROUTINE_DISCIPLINE_LOW', 'NOT_ROUTINE', 'SAFETY_RESPONSE'))
                  as asked,
                count(*) filter (where initiator = 'STAFF_REQUEST'
                   and class not in ('NEEDS_REVIEW', 'NOT_APPLICABLE', 'EXCLUDED')) as staff_d,
                count(*) filter (where initiator = 'STAFF_REQUEST' and class = 'ROUTINE_DISCIPLINE') as staff_routine,
                count(*) filter (where initiator is null
                   and class not in ('NEEDS_REVIEW', 'NOT_APPLICABLE', 'EXCLUDED')) as no_initiator_d,
                count(*) filter (where initiator is null and class = 'ROUTINE_DISCIPLINE') as no_initiator_routine
                  from facts
                """ + scope.groupClause();
    }

    private static FigureRow row(ResultSet row) throws SQLException {
        long d = row.getLong("d");
        long routine = row.getLong("routine");
        long review = row.getLong("review");
        long byStaff = row.getLong("staff_d");
        long unsaid = row.getLong("no_initiator_d");
        Map<String, Proportion> measures = new LinkedHashMap<>();
        measures.put("M2a", new Proportion(routine, d));
        measures.put("M2b", new Proportion(routine + row.getLong("low"), d));
        measures.put("M2c", new Proportion(row.getLong("declined"), row.getLong("asked")));
        measures.put("M2d", new Proportion(review, d + review));
        measures.put("M2aStaffRequest", new Proportion(row.getLong("staff_routine"), byStaff));
        measures.put(
                "M2aOtherInitiator",
                new Proportion(
                        routine - row.getLong("staff_routine") - row.getLong("no_initiator_routine"),
                        d - byStaff - unsaid));
        measures.put("M2aInitiatorMissing", new Proportion(row.getLong("no_initiator_routine"), unsaid));
        return new FigureRow(Map.of(), Map.of(), row.getLong("involvements"), Map.of(), measures);
    }

    private static List<String> remarks(List<FigureRow> rows) {
        long above = rows.stream()
                .filter(row -> row.measure("M2d").isAboveFivePercent())
                .count();
        if (above == 0) {
            return List.of();
        }
        return List.of(
                rows.size() == 1
                        ? "More than 5 of 100 contacts wait for a fact the rules need: read the other shares with care."
                        : "In %d of %d rows more than 5 of 100 contacts wait for a fact the rules need: read their other shares with care."
                                .formatted(above, rows.size()));
    }
}
