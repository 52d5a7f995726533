package brightline.query.roster;

import brightline.events.code.CodeLists;
import brightline.events.measure.Proportion;
import brightline.query.figures.FigureEngine.Measure;
import brightline.query.figures.FigureRow;
import brightline.query.figures.FigureScope;
import brightline.query.figures.SchoolGrounds;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How stale the roster is (measure M8, edition 2), on a day. Staleness = assignments last confirmed more than 30 days before it / all
 * active; the age of one that was never confirmed runs from its first day, and how many these are stands beside it. Match = lines on
 * both sides' latest lists / on either; null where one side has no list. Off-roster = involvements on school grounds, as the list of
 * places says, by an officer without an assignment there that day / all of them whose officer is named.
 */
@Component
final class RosterFigures {
    private static final int STALE_AFTER_DAYS = 30;

    private final JdbcClient jdbc;
    private final CodeLists lists = CodeLists.standard();

    RosterFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Measure on(LocalDate asOf) {
        return new Measure("M8", 2, scope -> statement(scope, asOf), RosterFigures::row, this::remarks);
    }

    ProgrammeRules rules(FigureScope scope) {
        return ProgrammeRules.at(scope.horizon(), jdbc, lists);
    }

    private String statement(FigureScope scope, LocalDate asOf) {
        StandingSql standing = new StandingSql(rules(scope));
        String names = scope.groupNames();
        String group = names.isEmpty() ? "" : " group by " + names.substring(0, names.length() - 2);
        String assignments = """
                union all
                select %1$s count(*), count(*) filter (where age > %3$d), count(*) filter (where confirmed_on is null),
                       0, 0, 0, 0, 0, 0, 0
                  from active %2$s
                union all
                select %1$s 0, 0, 0, count(*) filter (where by_police and by_school), count(*), 0, 0, 0, 0, 0
                  from listed where (select count(*) from latest) = 2 %2$s
                """.formatted(scope.groupColumns(), group, STALE_AFTER_DAYS);
        return scope.factsTable() + ", " + RosterRows.of(scope, asOf)
                + """
                , served as materialized (select distinct officer, school, occurred_on from facts where officer is not null),
                standing as materialized (
                  select d.*, %1$s as assigned, cardinality(%2$s) > 0 as ineligible from served d),
                involved as (
                  select f.*, s.assigned, s.ineligible, %3$s as on_grounds, %8$s as off_grounds
                    from facts f left join standing s using (officer, school, occurred_on)),
                parts as (
                  select %4$s 0::bigint as active, 0::bigint as stale, 0::bigint as unconfirmed, 0::bigint as both_lists,
                         0::bigint as either_list,
                         count(*) filter (where on_grounds and officer is not null) as on_grounds,
                         count(*) filter (where on_grounds and not assigned) as off_roster,
                         count(*) filter (where on_grounds is not true and off_grounds is not true
                                             or on_grounds and officer is null) as unsaid,
                         count(*) filter (where ineligible) as ineligible,
                         count(*) filter (where officer is not null) as with_officer
                    from involved %5$s
                  %6$s)
                select %7$s sum(active)::bigint as active, sum(stale)::bigint as stale,
                       sum(unconfirmed)::bigint as unconfirmed, sum(both_lists)::bigint as both_lists,
                       sum(either_list)::bigint as either_list, sum(on_grounds)::bigint as on_grounds,
                       sum(off_roster)::bigint as off_roster, sum(unsaid)::bigint as unsaid,
                       sum(ineligible)::bigint as ineligible, sum(with_officer)::bigint as with_officer
                  from parts
                """.formatted(
                                StandingSql.assigned("d.officer", "d.school", "d.occurred_on"),
                                standing.ineligible("d.officer", "d.occurred_on"),
                                SchoolGrounds.on("f.place"),
                                scope.groupColumns(),
                                group,
                                RosterRows.canGroup(scope) ? assignments : "",
                                names,
                                SchoolGrounds.off("f.place"))
                + scope.groupClause();
    }

    private static FigureRow row(ResultSet row) throws SQLException {
        long active = row.getLong("active");
        long stale = row.getLong("stale");
        long unconfirmed = row.getLong("unconfirmed");
        long onGrounds = row.getLong("on_grounds");
        long unsaid = row.getLong("unsaid");
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("activeAssignments", active);
        counts.put("staleAssignments", stale);
        counts.put("neverConfirmed", unconfirmed);
        counts.put("offRosterInvolvements", row.getLong("off_roster"));
        counts.put("ineligibleInvolvements", row.getLong("ineligible"));
        Map<String, Proportion> measures = new LinkedHashMap<>();
        measures.put("staleness", new Proportion(stale, active));
        measures.put("match", new Proportion(row.getLong("both_lists"), row.getLong("either_list")));
        measures.put("offRoster", new Proportion(row.getLong("off_roster"), onGrounds));
        measures.put("neverConfirmed", new Proportion(unconfirmed, active));
        measures.put("ineligible", new Proportion(row.getLong("ineligible"), row.getLong("with_officer")));
        measures.put("missing", new Proportion(unsaid, onGrounds + unsaid));
        return new FigureRow(Map.of(), Map.of(), active, counts, measures);
    }

    private List<String> remarks(List<FigureRow> rows) {
        List<String> remarks = new ArrayList<>();
        if (rows.stream().anyMatch(row -> row.measure("neverConfirmed").isAboveFivePercent())) {
            remarks.add(
                    "More than 5 percent of the assignments were never confirmed: their age runs from their first day.");
        }
        if (rows.stream().anyMatch(row -> row.measure("missing").isAboveFivePercent())) {
            remarks.add("Place or officer is missing in more than 5 percent of involvements. These are out of the"
                    + " off-roster share.");
        }
        return remarks;
    }
}
