package brightline.query.caseload;

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
 * Guardian notice before questioning (measure M13, edition 2; 105 ILCS 5/22-88). Base: students under 18 who were detained (any action of
 * level 2 or 3) and questioned as suspects on school grounds in hours, with no exemption claimed; one for each student and incident,
 * whatever the number of officers and of entries. Compliant: an attempt not later than the first question, its time and manner
 * recorded, and a parent or listed professional present; where several entries tell of it, in all of them. Grouped by a fact in which officers'
 * parts differ, one for each distinct value: groups may add up to more.
 *
 * <p>M13 = compliant / base; {@code exemption} = exempted / (base + exempted); {@code missing} is the share where it cannot be told whether
 * the law bound, for want of age, place or hours, or where it bound, an officer questioned and nothing of the questioning is recorded:
 * beside the base, and never compliant.
 */
@Component
public final class QuestioningFigures {
    private static final Measure MEASURE =
            new Measure("M13", 2, QuestioningFigures::statement, QuestioningFigures::row, QuestioningFigures::remarks);

    private final FigureEngine engine;

    public QuestioningFigures(FigureEngine engine) {
        this.engine = engine.alsoReading(CaseloadProjection.NAME);
    }

    /** The shares; {@code count} is the base. */
    public FigureAnswer notice(FigureQuestion question) {
        return engine.answer(question, MEASURE);
    }

    private static String statement(FigureScope scope) {
        return scope.factsTable() + ", told as (select " + scope.groupColumnsOf("f") + """
                f.primary_incident_id, f.student, c.*,
                case when f.role <> 'SUBJECT' or c.minor = 'NO' or not c.detained or f.in_session = 'NO' or\s"""
                + CaseFlag.Sql.OFF_GROUNDS + """
                 then 'NO'
                     when c.minor = 'YES' and f.in_session = 'YES' and\s""" + CaseFlag.Sql.ON_GROUNDS + """
                 then 'YES' end as covered
                  from facts f
                  join\s""" + CaseFlag.join() + """

                 where not f.voided and (c.questioned or c.asked)),
                questioned as (select\s"""
                + scope.groupNames() + """
                bool_or(questioned and covered = 'YES' and exemption is null) as base,
                bool_or(questioned and covered = 'YES' and exemption is not null) as exempted,
                bool_or(questioned and covered is null) as untold,
                bool_or(not questioned and covered = 'YES') and not bool_or(questioned) as unrecorded,
                bool_or(questioned and covered = 'YES' and exemption is null and notice_after) as notice_after,
                bool_or(questioned and covered = 'YES' and exemption is null and notice_undocumented) as undocumented,
                bool_or(questioned and covered = 'YES' and exemption is null and no_listed_adult) as no_adult
                  from told group by\s""" + scope.groupNames() + """
                primary_incident_id, student)
                select\s""" + scope.groupNames() + """
                count(*) filter (where base) as base,
                count(*) filter (where exempted and base is not true) as exempted,
                count(*) filter (where base is not true and exempted is not true and (untold or unrecorded)) as missing,
                count(*) filter (where base and not (notice_after or undocumented or no_adult)) as compliant,
                count(*) filter (where notice_after) as notice_after,
                count(*) filter (where undocumented) as undocumented,
                count(*) filter (where no_adult) as no_adult,
                count(*) filter (where unrecorded) as unrecorded
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
        counts.put(CaseFlag.QUESTIONING_NOT_RECORDED.name(), row.getLong("unrecorded"));
        Map<String, Proportion> measures = new LinkedHashMap<>();
        measures.put("M13", new Proportion(row.getLong("compliant"), base));
        measures.put("exemption", new Proportion(exempted, base + exempted));
        measures.put("missing", new Proportion(missing, base + exempted + missing));
        return new FigureRow(Map.of(), Map.of(), base, counts, measures);
    }

    private static List<String> remarks(List<FigureRow> rows) {
        List<String> remarks = new ArrayList<>(AddingUp.remarks("A student’s questioning", rows));
        remarks.addAll(
                Missing.remarks(rows, Map.of("missing", "Whether the law on questioning bound, or what was done,")));
        return remarks;
    }
}
