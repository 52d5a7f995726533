package brightline.query.roster;

import static brightline.query.projection.Version.known;

import brightline.events.measure.Proportion;
import brightline.query.figures.FigureEngine.Measure;
import brightline.query.figures.FigureRow;
import brightline.query.figures.FigureScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Training currency (measure M9, edition 1), on a day. Current = officers with an assignment that day, in any capacity, who hold every topic asked for
 * by a completion or waiver that has not expired / all with an assignment. Untrained = involvements on days their officer was not
 * current / all whose officer is known, whatever the officer's capacity.
 */
@Component
final class TrainingFigures {
    private final RosterFigures roster;

    TrainingFigures(RosterFigures roster) {
        this.roster = roster;
    }

    Measure on(LocalDate asOf) {
        return new Measure("M9", 1, scope -> statement(scope, asOf), TrainingFigures::row, TrainingFigures::remarks);
    }

    private String statement(FigureScope scope, LocalDate asOf) {
        ProgrammeRules rules = roster.rules(scope);
        StandingSql standing = new StandingSql(rules);
        String names = scope.groupNames();
        String group = names.isEmpty() ? "" : " group by " + names.substring(0, names.length() - 2);
        String officers = """
                union all
                select %1$s count(distinct officer), count(distinct officer) filter (where current),
                       count(distinct officer) filter (where overdue), 0, 0, 0
                  from trained %2$s
                """.formatted(scope.groupColumns(), group);
        return scope.factsTable() + ", " + RosterRows.of(scope, asOf)
                + """
                , trained as materialized (
                  select x.*, cardinality(%1$s) = 0 as current,
                         (select min(a.first_day) from rm.roster_assignment a where a.officer = x.officer and %2$s)
                           + interval '1 year' < %3$s
                         and not exists (select from rm.officer_training t
                                          where t.officer = x.officer and t.topic = '%4$s' and t.held_from <= %3$s
                                            and %5$s) as overdue
                    from active x),
                served as materialized (select distinct officer, occurred_on from facts where officer is not null),
                standing as materialized (select d.*, cardinality(%6$s) > 0 as untrained from served d),
                involved as (select f.*, s.untrained from facts f left join standing s using (officer, occurred_on)),
                parts as (
                  select %7$s 0::bigint as active, 0::bigint as current, 0::bigint as overdue,
                         count(*) filter (where officer is not null) as with_officer,
                         count(*) filter (where untrained) as untrained,
                         count(*) filter (where officer is null) as unsaid
                    from involved %8$s
                  %9$s)
                select %10$s sum(active)::bigint as active, sum(current)::bigint as current,
                       sum(overdue)::bigint as overdue, sum(with_officer)::bigint as with_officer,
                       sum(untrained)::bigint as untrained, sum(unsaid)::bigint as unsaid
                  from parts
                """.formatted(
                                standing.untrained("x.officer", RosterRows.day(asOf)),
                                known("a"),
                                RosterRows.day(asOf),
                                ProgrammeRules.COURSE,
                                known("t"),
                                standing.untrained("d.officer", "d.occurred_on"),
                                scope.groupColumns(),
                                group,
                                RosterRows.canGroup(scope) ? officers : "",
                                names)
                + scope.groupClause();
    }

    private static FigureRow row(ResultSet row) throws SQLException {
        long active = row.getLong("active");
        long withOfficer = row.getLong("with_officer");
        long unsaid = row.getLong("unsaid");
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("activeOfficers", active);
        counts.put("currentOfficers", row.getLong("current"));
        counts.put("courseOverdue", row.getLong("overdue"));
        counts.put("untrainedInvolvements", row.getLong("untrained"));
        Map<String, Proportion> measures = new LinkedHashMap<>();
        measures.put("current", new Proportion(row.getLong("current"), active));
        measures.put("untrained", new Proportion(row.getLong("untrained"), withOfficer));
        measures.put("courseOverdue", new Proportion(row.getLong("overdue"), active));
        measures.put("missing", new Proportion(unsaid, withOfficer + unsaid));
        return new FigureRow(Map.of(), Map.of(), active, counts, measures);
    }

    private static List<String> remarks(List<FigureRow> rows) {
        return rows.stream().anyMatch(row -> row.measure("missing").isAboveFivePercent())
                ? List.of("The officer is missing in more than 5 percent of involvements. These are out of the"
                        + " untrained share.")
                : List.of();
    }
}
