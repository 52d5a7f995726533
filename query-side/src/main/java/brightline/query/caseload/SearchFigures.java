package brightline.query.caseload;

import brightline.events.measure.Proportion;
import brightline.query.figures.AddingUp;
import brightline.query.figures.FigureAnswer;
import brightline.query.figures.FigureEngine;
import brightline.query.figures.FigureEngine.Measure;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureRow;
import brightline.query.figures.FigureScope;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Searches of students and their property, and how many were made under school policy and not under law (measure {@code searches},
 * edition 1). The unit is one search, whatever the number of officers; grouped by a fact in which officers' parts of the contact differ,
 * one for each distinct value: groups may add up to more.
 */
@Component
public final class SearchFigures {
    private static final Measure MEASURE = new Measure(
            "searches",
            1,
            SearchFigures::statement,
            row -> new FigureRow(
                    Map.of(),
                    Map.of(),
                    row.getLong("searches"),
                    Map.of("forSchoolPolicy", row.getLong("for_policy")),
                    Map.of("forSchoolPolicy", new Proportion(row.getLong("for_policy"), row.getLong("searches")))),
            rows -> AddingUp.remarks("A search", rows));

    private final FigureEngine engine;

    public SearchFigures(FigureEngine engine) {
        this.engine = engine.alsoReading(CaseloadProjection.NAME);
    }

    /** Searches, with those under school policy beside them. */
    public FigureAnswer count(FigureQuestion question) {
        return engine.answer(question, MEASURE);
    }

    private static String statement(FigureScope scope) {
        return scope.factsTable() + ", searched as (select distinct " + scope.groupColumnsOf("f") + """
                f.interaction_id, c.searches, c.searches_for_policy
                  from facts f
                  join\s"""
                + CaseFlag.join()
                + """

                 where not f.voided and c.searches > 0)
                select\s""" + scope.groupNames() + """
                coalesce(sum(searches), 0) as searches, coalesce(sum(searches_for_policy), 0) as for_policy
                  from searched
                """ + scope.groupClause();
    }
}
