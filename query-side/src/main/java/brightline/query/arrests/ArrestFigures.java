package brightline.query.arrests;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Arrest and its alternatives (measure M1, edition 3): conduct of tier 2 to 4 where the officer recorded that an arrest or
 * citation was lawfully possible, warrants left out. P closed with an alternative and no arrest, A any arrest, physical or on
 * paper, in whichever entry of the student in the incident, S those of A the department settled without a petition, as known then: station or probation adjustment, the Juvenile
 * Intervention and Support Center, or warned, counseled, referred or handed back after the arrest. U open. A diversion that fails
 * later leaves the decision as it was.
 *
 * <p>M1a avoidance = P / (P + A); M1b diversion after arrest = S / A; M1c kept out of court = (P + S) / (P + A). The unit is one
 * decision about one student in one incident, whatever the number of officers and of entries; grouped by officer or capacity, or
 * by another fact in which officers' parts differ, one for each distinct value, as a filter on it gives: groups may add up to
 * more. {@code custodialArrests} and {@code citations} are all recorded arrests of either kind, eligible or not, in whichever entry. {@code missing} is the
 * share where nobody recorded whether an arrest was possible.
 */
@Component
public final class ArrestFigures {
    private static final Measure MEASURE =
            new Measure("M1", 3, ArrestFigures::statement, ArrestFigures::row, ArrestFigures::remarks);

    private final FigureEngine engine;

    public ArrestFigures(FigureEngine engine) {
        this.engine = engine;
    }

    /** The decisions; {@code count} is P + A. */
    public FigureAnswer decisions(FigureQuestion question) {
        return engine.answer(question, MEASURE);
    }

    private static String statement(FigureScope scope) {
        return scope.factsTable() + ", decisions as (select " + scope.groupColumns() + """
                max(case decision when 'S' then 4 when 'A' then 3 when 'P' then 2 when 'U' then 1 end) as decided,
                bool_or(arrest_possible is null and role = 'SUBJECT' and tier in ('2', '3', '4')
                        and initiator is distinct from 'WARRANT') as unsaid,
                bool_or(unit_custodial) as custodial,
                bool_or(unit_cited) as cited
                  from facts where not voided group by
                """ + scope.groupNames()
                + "primary_incident_id, student) select " + scope.groupNames() + """
                count(*) filter (where decided = 2) as p,
                count(*) filter (where decided >= 3) as a,
                count(*) filter (where decided = 4) as s,
                count(*) filter (where decided = 1) as u,
                count(*) filter (where decided is null and unsaid) as missing,
                count(*) filter (where custodial) as custodial,
                count(*) filter (where cited) as cited
                  from decisions
                """
                + scope.groupClause();
    }

    private static FigureRow row(ResultSet row) throws SQLException {
        long p = row.getLong("p");
        long a = row.getLong("a");
        long s = row.getLong("s");
        long u = row.getLong("u");
        long missing = row.getLong("missing");
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("P", p);
        counts.put("A", a);
        counts.put("S", s);
        counts.put("U", u);
        counts.put("custodialArrests", row.getLong("custodial"));
        counts.put("citations", row.getLong("cited"));
        Map<String, Proportion> measures = new LinkedHashMap<>();
        measures.put("M1a", new Proportion(p, p + a));
        measures.put("M1b", new Proportion(s, a));
        measures.put("M1c", new Proportion(p + s, p + a));
        measures.put("U", new Proportion(u, p + a + u));
        measures.put("missing", new Proportion(missing, p + a + u + missing));
        return new FigureRow(Map.of(), Map.of(), p + a, counts, measures);
    }

    private static List<String> remarks(List<FigureRow> rows) {
        List<String> remarks = new ArrayList<>(missing(rows));
        remarks.addAll(AddingUp.remarks("A decision", rows));
        return remarks;
    }

    private static List<String> missing(List<FigureRow> rows) {
        long above = rows.stream()
                .filter(row -> row.measure("missing").isAboveFivePercent())
                .count();
        if (above == 0) {
            return List.of();
        }
        return List.of("Whether an arrest was lawfully possible is missing in more than 5 percent of decisions"
                + (rows.size() == 1 ? "." : " in %d of %d rows.".formatted(above, rows.size()))
                + " These are out of M1.");
    }
}
