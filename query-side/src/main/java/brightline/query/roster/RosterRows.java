package brightline.query.roster;

import static brightline.query.projection.Version.known;

import brightline.query.figures.Dimension;
import brightline.query.figures.FigureScope;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** The roster of one day as common table expressions over what was known at {@code :horizon}. */
final class RosterRows {
    /** What assignments and lists can be grouped and filtered by. */
    static final Map<Dimension, String> COLUMNS = columns();

    private RosterRows() {}

    private static Map<Dimension, String> columns() {
        Map<Dimension, String> columns = new EnumMap<>(Dimension.class);
        columns.put(Dimension.SCHOOL, "school");
        columns.put(Dimension.OFFICER, "officer::text");
        columns.put(Dimension.OFFICER_CAPACITY, "officer_capacity");
        return columns;
    }

    /**
     * {@code active}: every assignment of the day with its last confirmation, and {@code latest} and {@code listed}: the lines of
     * the latest list of each side up to the day. A list confirms the assignments it names.
     */
    static String of(FigureScope scope, LocalDate asOf) {
        String day = day(asOf);
        return """
                active as materialized (
                  select * from (
                    select a.officer, a.school, o.capacity as officer_capacity, o.name, worn.star_number, a.post, a.first_day,
                           a.last_day, a.started_at, a.ended_at, c.confirmed_on, c.side, %1$s - coalesce(c.confirmed_on, a.first_day) as age
                      from rm.roster_assignment a
                      left join rm.roster_officer o on o.officer = a.officer and %2$s
                      left join lateral (
                        select star_number from rm.roster_star s
                         where s.officer = a.officer and %6$s and s.first_day <= %1$s
                         order by s.last_day desc nulls first limit 1) worn on true
                      left join lateral (
                        select confirmed_on, side from (
                          select n.confirmed_on, n.side from rm.roster_confirmation n
                           where n.officer = a.officer and n.school = a.school and n.known_from_index <= :horizon
                             and n.confirmed_on between a.first_day and %1$s
                          union all
                          select l.list_day, l.side from rm.roster_list l
                            join rm.roster_list_line n on n.side = l.side and n.list_day = l.list_day
                                                      and n.known_from_index = l.known_from_index
                            join rm.roster_star s on s.star_number = n.star_number and %6$s and %7$s
                           where s.officer = a.officer and n.school = a.school and %3$s
                             and l.list_day between a.first_day and %1$s) found
                        order by confirmed_on desc, side limit 1) c on true
                     where a.first_day <= %1$s and (a.last_day is null or a.last_day >= %1$s) and %4$s) roster
                   where %5$s),
                latest as materialized (
                  select distinct on (l.side) l.side, l.list_day, l.known_from_index from rm.roster_list l
                   where l.list_day <= %1$s and %3$s
                   order by l.side, l.list_day desc),
                listed as materialized (
                  select * from (
                    select n.school, o.officer, o.capacity as officer_capacity,
                           bool_or(n.side = 'POLICE') as by_police, bool_or(n.side = 'SCHOOL') as by_school
                      from latest join rm.roster_list_line n using (side, list_day, known_from_index)
                      left join rm.roster_star s on s.star_number = n.star_number and %6$s and %8$s
                      left join rm.roster_officer o on o.officer = s.officer and %2$s
                     group by n.school, coalesce(o.officer::text, n.star_number), o.officer, o.capacity) lines
                   where %5$s)
                """.formatted(
                        day,
                        known("o"),
                        known("l"),
                        known("a"),
                        filters(scope),
                        known("s"),
                        worn("l.list_day"),
                        worn("latest.list_day"));
    }

    /** The condition that the star {@code s} is worn on a day. */
    private static String worn(String day) {
        return "s.first_day <= %1$s and (s.last_day is null or s.last_day >= %1$s)".formatted(day);
    }

    static String day(LocalDate day) {
        return "date '" + day + "'";
    }

    /** Whether the figure's groups can be made of assignments. */
    static boolean canGroup(FigureScope scope) {
        return COLUMNS.keySet().containsAll(scope.question().groupBy());
    }

    private static String filters(FigureScope scope) {
        StringBuilder filters = new StringBuilder("true");
        COLUMNS.forEach((dimension, column) -> {
            if (scope.question().filters().containsKey(dimension)) {
                filters.append(" and ")
                        .append(column)
                        .append(" = any(:filter")
                        .append(dimension.name())
                        .append(")");
            }
        });
        return filters.toString();
    }
}
