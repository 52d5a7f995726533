package brightline.query.caseload;

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
 * Guardian notice before questioning (measure M13, edition 1; 105 ILCS 5/22-88). Base: students under 18 who were detained and questioned
 * as suspects on school grounds in hours, with no exemption claimed; one for each student and contact, whatever the number of officers.
 * Compliant: an attempt not later than the first question, its time and manner recorded, and a parent or listed professional present.
 *
 * <p>M13 = compliant / base; {@code exemption} = exempted / (base + exempted); {@code missing} is the share where it cannot be told whether
 * the law bound, for want of age, place or hours.
 */
@Component
public final class QuestioningFigures {
    private static final Measure MEASURE =
            new Measure("M13", 1, QuestioningFigures::statement, QuestioningFigures::row, QuestioningFigures::remarks);

    private final FigureEngine engine;

    public QuestioningFigures(FigureEngine engine) {
        this.engine = engine.alsoReading(CaseloadProjection.NAME);
    }

    /** The shares; {@code count} is the base. */
    public FigureAnswer notice(FigureQuestion question) {
        return engine.answer(question, MEASURE);
    }

    private static String statement(FigureScope scope) {
        return scope.factsTable() + ", questioned as (select distinct " + scope.groupColumnsOf("f") + """
                f.interaction_id, c.exemption, c.notice_after, c.notice_undocumented, c.no_listed_adult,
                case when f.role <> 'SUBJECT' or c.minor = 'NO' or not c.detained or f.in_session = 'NO' or\s"""
                + CaseFlag.Sql.OFF_GROUNDS + """
                 then 'NO'
                     when c.minor = 'YES' and f.in_session = 'YES' and\s""" + CaseFlag.Sql.ON_GROUNDS + """
                 then 'YES' end as covered
                  from facts f
                  join\s""" + CaseFlag.join() + """

                 where not f.voided and c.questioned)
                select\s"""
                + scope.groupNames() + """
                count(*) filter (where covered = 'YES' and exemption is null) as base,
                count(*) filter (where covered = 'YES' and exemption is not null) as exempted,
                count(*) filter (where covered is null) as missing,
                count(*) filter (where covered = 'YES' and exemption is null
                   and not (notice_after or notice_undocumented or no_listed_adult)) as compliant,
                count(*) filter (where covered = 'YES' and exemption is null and notice_after) as notice_after,
                count(*) filter (where covered = 'YES' and exemption is null and notice_undocumented) as undocumented,
                count(*) filter (where covered = 'YES' and exemption is null and no_listed_adult) as no_adult
                  from questioned
                """ + scope.groupClause();
    }

    private static FigureRow row(ResultSet row) throws SQLException {
        long base = row.getLong("base");
        long exempted = row.getLong("exempted");
        long missing = row.getLong("missing");
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("exempted", exempted);
        counts.put(CaseFlag.NOTICE_AFTER_QUESTIONING.name(), row.getLong("notice_after"));
        counts.put(CaseFlag.NOTICE_NOT_DOCUMENTED.name(), row.getLong("undocumented"));
        counts.put(CaseFlag.NO_LISTED_ADULT.name(), row.getLong("no_adult"));
        Map<String, Proportion> measures = new LinkedHashMap<>();
        measures.put("M13", new Proportion(row.getLong("compliant"), base));
        measures.put("exemption", new Proportion(exempted, base + exempted));
        measures.put("missing", new Proportion(missing, base + exempted + missing));
        return new FigureRow(Map.of(), Map.of(), base, counts, measures);
    }

    private static List<String> remarks(List<FigureRow> rows) {
        return Missing.remarks(rows, Map.of("missing", "Whether the law on questioning bound"));
    }
}
