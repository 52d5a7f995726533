package brightline.query.caseload;

import static brightline.query.projection.Version.known;

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
 * De-escalation (measure M10, edition 2). Base E: involvements of all roles in which threat was imminent or the student agitated, and an
 * attempt was recorded as possible. An attempt succeeded if the officer's highest action stayed at talk, no force and no injury came of
 * it, the last step told apart did not fail and the student was not arrested in the same incident, in whichever entry of it.
 *
 * <p>M10a = attempted / E; M10b = succeeded / attempted; M10c = succeeded / E: success over attempts alone would reward not attempting.
 * Where it is missing whether an attempt was made, the involvement is out of all three; where it is missing whether anybody was injured
 * and nothing else speaks against success, out of M10b and M10c. The shares of what is missing stand beside them.
 */
@Component
public final class CalmingFigures {
    private static final Measure MEASURE =
            new Measure("M10", 2, CalmingFigures::statement, CalmingFigures::row, CalmingFigures::remarks);

    private final FigureEngine engine;

    public CalmingFigures(FigureEngine engine) {
        this.engine = engine.alsoReading(CaseloadProjection.NAME);
    }

    /** The shares; {@code count} is E. */
    public FigureAnswer shares(FigureQuestion question) {
        return engine.answer(question, MEASURE);
    }

    private static String statement(FigureScope scope) {
        return scope.factsTable() + """
                , arrested as (
                  select distinct primary_incident_id, coalesce(pseudonym, interaction_id::text) as student
                    from rm.involvement_fact k
                   where\s""" + known("k") + """
                     and not voided and (custodial or cited)),
                judged as (
                  select f.*, c.calming_possible, c.calming_attempted, c.injured,
                         (f.action in ('2', '3', 'D') or c.force_used or c.calming_failed or c.injured = 'YES'
                           or a.student is not null) as failed,
                         (f.action is null or c.injured is null) as open
                    from facts f
                    join\s""" + CaseFlag.join() + """

                    left join arrested a on a.primary_incident_id = f.primary_incident_id and a.student = f.student
                   where not f.voided and (f.imminence = 'YES' or c.agitated = 'YES'))
                select\s""" + scope.groupColumns() + """
                count(*) filter (where calming_possible = 'YES') as e,
                count(*) filter (where calming_possible is null) as no_possible,
                count(*) filter (where calming_possible = 'YES' and calming_attempted is null) as no_attempted,
                count(*) filter (where calming_possible = 'YES' and calming_attempted = 'YES') as attempted,
                count(*) filter (where calming_possible = 'YES' and calming_attempted = 'YES'
                   and failed is not true and open) as no_result,
                count(*) filter (where calming_possible = 'YES' and calming_attempted = 'YES'
                   and failed is not true and not open) as succeeded
                  from judged
                """
                + scope.groupClause();
    }

    private static FigureRow row(ResultSet row) throws SQLException {
        long e = row.getLong("e");
        long unsaid = row.getLong("no_attempted");
        long attempted = row.getLong("attempted");
        long open = row.getLong("no_result");
        long succeeded = row.getLong("succeeded");
        long noPossible = row.getLong("no_possible");
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("attempted", attempted);
        counts.put("succeeded", succeeded);
        Map<String, Proportion> measures = new LinkedHashMap<>();
        measures.put("M10a", new Proportion(attempted, e - unsaid));
        measures.put("M10b", new Proportion(succeeded, attempted - open));
        measures.put("M10c", new Proportion(succeeded, e - unsaid - open));
        measures.put("possibleMissing", new Proportion(noPossible, e + noPossible));
        measures.put("attemptMissing", new Proportion(unsaid, e));
        measures.put("resultMissing", new Proportion(open, attempted));
        return new FigureRow(Map.of(), Map.of(), e, counts, measures);
    }

    private static List<String> remarks(List<FigureRow> rows) {
        return Missing.remarks(
                rows,
                Map.of(
                        "possibleMissing", "Whether an attempt to de-escalate was possible",
                        "attemptMissing", "Whether an attempt to de-escalate was made",
                        "resultMissing", "Whether anybody was injured"));
    }
}
