package brightline.query.roster;

import static brightline.query.projection.Version.known;

import brightline.query.figures.FigureScope;
import brightline.query.figures.ReferenceEntries;
import brightline.query.projection.RecordRow;
import brightline.query.roster.SchoolProgramme.Enrolment;
import brightline.query.roster.SchoolProgramme.Vote;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who coordinates the programme, and which schools are in it. */
@Component
final class Programmes {
    private final JdbcClient jdbc;
    private final ReferenceEntries entries;

    Programmes(JdbcClient jdbc, ReferenceEntries entries) {
        this.jdbc = jdbc;
        this.entries = entries;
    }

    /** @param lastDay included; null while open */
    record Coordinator(
            String name, LocalDate from, @Nullable LocalDate lastDay) {}

    /** The coordinator of the day; null for none. */
    @Nullable
    Coordinator coordinator(LocalDate asOf, FigureScope scope) {
        return jdbc.sql("""
                        select name, first_day as "from", last_day from rm.programme_coordinator c
                         where c.first_day <= :day and (c.last_day is null or c.last_day >= :day) and %s
                         order by c.first_day desc limit 1
                        """.formatted(known("c")))
                .param("day", asOf)
                .param("horizon", scope.horizon())
                .query(RecordRow.of(Coordinator.class))
                .optional()
                .orElse(null);
    }

    /** Every school known then, by code. */
    List<SchoolProgramme> schools(LocalDate asOf, FigureScope scope) {
        Map<String, Enrolment> enrolments = enrolments(asOf, scope);
        Map<String, Long> officers = officers(asOf, scope);
        Map<String, String> codes = entries.schoolCodes(scope.horizon());
        Map<String, SchoolProgramme> found = new LinkedHashMap<>();
        new TreeMap<>(entries.schools(scope.horizon()))
                .forEach((school, name) -> found.put(
                        school,
                        new SchoolProgramme(
                                school,
                                codes.getOrDefault(school, school),
                                name,
                                null,
                                null,
                                null,
                                officers.getOrDefault(school, 0L),
                                enrolments.get(school))));
        jdbc.sql("""
                        select distinct on (s.school) s.* from rm.school_programme_status s
                         where s.from_day <= :day and %s order by s.school, s.from_day desc
                        """.formatted(known("s")))
                .param("day", asOf)
                .param("horizon", scope.horizon())
                .query((row, _) -> {
                    LocalDate votedOn = row.getObject("vote_on", LocalDate.class);
                    Vote vote = votedOn == null
                            ? null
                            : new Vote(
                                    votedOn,
                                    row.getString("vote_body"),
                                    row.getObject("votes_for", Integer.class),
                                    row.getObject("votes_against", Integer.class));
                    String status = row.getString("status");
                    LocalDate since = row.getObject("from_day", LocalDate.class);
                    return found.computeIfPresent(
                            row.getString("school"),
                            (_, school) -> new SchoolProgramme(
                                    school.school(),
                                    school.code(),
                                    school.name(),
                                    status,
                                    since,
                                    vote,
                                    school.officers(),
                                    school.enrolment()));
                })
                .list();
        return List.copyOf(found.values());
    }

    private Map<String, Long> officers(LocalDate asOf, FigureScope scope) {
        Map<String, Long> officers = new HashMap<>();
        jdbc.sql("""
                        select a.school, count(distinct a.officer) as officers from rm.roster_assignment a
                         where a.first_day <= :day and (a.last_day is null or a.last_day >= :day) and %s group by a.school
                        """.formatted(known("a")))
                .param("day", asOf)
                .param("horizon", scope.horizon())
                .query((row, _) -> officers.put(row.getString("school"), row.getLong("officers")))
                .list();
        return officers;
    }

    private Map<String, Enrolment> enrolments(LocalDate asOf, FigureScope scope) {
        Map<String, Enrolment> enrolments = new HashMap<>();
        Map<String, Map<String, Map<String, Integer>>> groups = new HashMap<>();
        jdbc.sql("""
                        with counted as (
                          select distinct on (e.school) e.* from rm.school_enrolment e
                           where e.day <= :day and %s order by e.school, e.day desc)
                        select c.school, c.day, c.total, g.code_list, g.code, g.students
                          from counted c left join rm.school_enrolment_group g using (school, day, known_from_index)
                         order by c.school, g.code_list, g.code
                        """.formatted(known("e")))
                .param("day", asOf)
                .param("horizon", scope.horizon())
                .query((row, _) -> {
                    String school = row.getString("school");
                    Map<String, Map<String, Integer>> own = groups.computeIfAbsent(school, _ -> new TreeMap<>());
                    String list = row.getString("code_list");
                    if (list != null) {
                        own.computeIfAbsent(list, _ -> new TreeMap<>())
                                .put(row.getString("code"), row.getInt("students"));
                    }
                    return enrolments.put(
                            school, new Enrolment(row.getObject("day", LocalDate.class), row.getInt("total"), own));
                })
                .list();
        return enrolments;
    }
}
