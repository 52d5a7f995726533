package brightline.query.lateness;

import static brightline.query.projection.Version.known;

import brightline.events.measure.Proportion;
import brightline.query.desk.DeskReader;
import brightline.query.figures.AddingUp;
import brightline.query.figures.FigureAnswer;
import brightline.query.figures.FigureEngine;
import brightline.query.figures.FigureEngine.Measure;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureRow;
import brightline.query.figures.FigureScope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lateness (measure M12, edition 2): hours from the contact to its first record, whatever was corrected later. The unit is one
 * person in one incident, student or not; grouped by officer, or by another fact in which
 * officers' parts differ, one for each distinct value: groups may add up to more. Of an incident entered twice the entry
 * recorded first counts, with the time it says. Hours are rounded once, to two places. Median and 90th percentile by nearest rank;
 * {@code late} is the share above the agency's limit, {@code afterComplaint} the share first recorded after a complaint or notice
 * about it, in whichever entry, was received. History taken in from files is left out: when it was first recorded elsewhere is not
 * known.
 */
@Component
final class LatenessFigures {
    private static final BigDecimal MICROS_PER_HOUR = BigDecimal.valueOf(3_600_000_000L);

    private static final Measure MEASURE =
            new Measure("M12", 2, LatenessFigures::statement, LatenessFigures::row, LatenessFigures::remarks);

    private final FigureEngine engine;
    private final DeskReader desk;

    LatenessFigures(FigureEngine engine, DeskReader desk) {
        this.engine = engine;
        this.desk = desk;
    }

    /** Records with their lag; {@code count} is how many. */
    FigureAnswer lags(FigureQuestion question) {
        desk.awaitFigures(question.asKnownOn(), question.atLeastIndex());
        return engine.answer(question, MEASURE);
    }

    private static String statement(FigureScope scope) {
        return scope.factsOfEverybody() + ", records as (select distinct on (" + scope.groupNames()
                + "primary_incident_id, student) " + scope.groupColumns() + """
                primary_incident_id, student, unit_recorded_at, unit_lag_micros as lag
                  from facts where not voided and unit_recorded_at is not null
                 order by\s""" + scope.groupNames() + """
                primary_incident_id, student, unit_recorded_at, unit_lag_micros),
                told as (select r.*, exists (
                    select from rm.complaint t
                      join rm.involvement_fact m on m.primary_incident_id = r.primary_incident_id and\s""" + known("m")
                + """

                       and (t.incident_id = m.incident_id
                         or t.interaction_id = m.interaction_id and coalesce(m.pseudonym, m.interaction_id::text) = r.student)
                     where\s""" + known("t")
                + """

                       and t.received_at < r.unit_recorded_at) as after_complaint
                  from records r)
                select\s"""
                + scope.groupNames()
                + """
                count(*) as n,
                percentile_disc(0.5) within group (order by lag) as median,
                percentile_disc(0.9) within group (order by lag) as p90,
                count(*) filter (where lag > %d * 3600000000) as late,
                count(*) filter (where after_complaint) as after_complaint
                  from told
                """.formatted(scope.settings().lateAfterHours()) + scope.groupClause();
    }

    private static FigureRow row(ResultSet row) throws SQLException {
        long n = row.getLong("n");
        Map<String, Proportion> measures = new LinkedHashMap<>();
        measures.put("late", new Proportion(row.getLong("late"), n));
        measures.put("afterComplaint", new Proportion(row.getLong("after_complaint"), n));
        Map<String, @Nullable BigDecimal> hours = new LinkedHashMap<>();
        hours.put("medianHours", hours(row.getBigDecimal("median")));
        hours.put("p90Hours", hours(row.getBigDecimal("p90")));
        return new FigureRow(Map.of(), Map.of(), n, Map.of(), measures, hours);
    }

    private static List<String> remarks(List<FigureRow> rows) {
        List<String> remarks = new ArrayList<>(AddingUp.remarks("A contact", rows));
        remarks.add("History taken in from files is not in this figure: when it was first recorded is not known.");
        return remarks;
    }

    /** Rounded once, from microseconds. */
    private static @Nullable BigDecimal hours(@Nullable BigDecimal lag) {
        return lag == null ? null : lag.divide(MICROS_PER_HOUR, 2, RoundingMode.HALF_UP);
    }
}
