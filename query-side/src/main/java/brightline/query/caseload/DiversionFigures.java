package brightline.query.caseload;

import static brightline.query.projection.Version.known;

import brightline.events.measure.Proportion;
import brightline.query.figures.AddingUp;
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
 * What became of diversions (measure M14 with M1d, edition 2). All: offered and neither declined, left unused nor voided. Each is
 * completed, failed, of unknown outcome or open, and the four add up. The age of an open one runs from the last of the days it was
 * offered, accepted and begun.
 *
 * <p>M14 = open for more than 30 days / all; M1d completion = completed / (completed + failed). How the contact was decided (M1) does not
 * change with it. From and to ask about the day of the contact. Grouped by a fact in which officers' parts of the contact differ, one for
 * each distinct value: groups may add up to more.
 */
@Component
public final class DiversionFigures {
    static final int OLD_AFTER_DAYS = 30;

    private final FigureEngine engine;

    public DiversionFigures(FigureEngine engine) {
        this.engine = engine.alsoReading(CaseloadProjection.NAME);
    }

    /** The shares; {@code count} is all diversions. */
    public FigureAnswer outcomes(FigureQuestion question) {
        return engine.answer(
                question, new Measure("M14", 2, this::statement, DiversionFigures::row, DiversionFigures::remarks));
    }

    /** What a diversion's age runs from, over {@code d}, the day of the offer in the agency's zone. */
    static String since(FigureScope scope) {
        return "greatest(d.started_on, d.accepted_on, (d.offered_at at time zone '"
                + scope.settings().zone().getId() + "')::date)";
    }

    /** What stands behind {@code join} to bring {@code d} beside {@code f} at the horizon. */
    static String join() {
        return "rm.diversion_fact d on d.interaction_id = f.interaction_id and " + known("d");
    }

    private String statement(FigureScope scope) {
        return scope.everyEntry() + ", diverted as (select distinct " + scope.groupColumnsOf("f")
                + "d.diversion_id, d.stage, d.open, date '" + engine.today(scope) + "' - " + since(scope) + """
                 as days
                  from facts f
                  join\s""" + join()
                + """

                 where not f.voided and d.counts)
                select\s""" + scope.groupNames() + """
                count(*) as all_diversions,
                count(*) filter (where stage = 'COMPLETED') as completed,
                count(*) filter (where stage = 'FAILED') as failed,
                count(*) filter (where stage = 'UNKNOWN') as unknown,
                count(*) filter (where open) as open,
                count(*) filter (where open and days >""" + " " + OLD_AFTER_DAYS + """
                ) as old
                  from diverted
                """ + scope.groupClause();
    }

    private static List<String> remarks(List<FigureRow> rows) {
        return AddingUp.remarks("A diversion", rows);
    }

    private static FigureRow row(ResultSet row) throws SQLException {
        long all = row.getLong("all_diversions");
        long completed = row.getLong("completed");
        long failed = row.getLong("failed");
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("completed", completed);
        counts.put("failed", failed);
        counts.put("unknown", row.getLong("unknown"));
        counts.put("open", row.getLong("open"));
        Map<String, Proportion> measures = new LinkedHashMap<>();
        measures.put("M14", new Proportion(row.getLong("old"), all));
        measures.put("M1d", new Proportion(completed, completed + failed));
        return new FigureRow(Map.of(), Map.of(), all, counts, measures);
    }
}
