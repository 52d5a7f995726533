package brightline.query.roster;

import static brightline.query.projection.Version.known;

import brightline.query.figures.FigureScope;
import brightline.query.figures.ReferenceEntries;
import brightline.query.projection.RecordRow;
import brightline.query.roster.RosterEntry.*;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The assignments of a day, each with what is known of its officer. */
@Component
final class Rosters {
    private static final RecordRow<Screening> SCREENING = RecordRow.of(Screening.class);
    private static final RecordRow<Complaint> COMPLAINT = RecordRow.of(Complaint.class);

    private final JdbcClient jdbc;
    private final ReferenceEntries entries;

    Rosters(JdbcClient jdbc, ReferenceEntries entries) {
        this.jdbc = jdbc;
        this.entries = entries;
    }

    /** @param withComplaints whether the reader is shown complaints */
    List<RosterEntry> on(LocalDate asOf, FigureScope scope, ProgrammeRules rules, boolean withComplaints) {
        StandingSql standing = new StandingSql(rules);
        String day = RosterRows.day(asOf);
        Map<String, String> schools = entries.schools(scope.horizon());
        Map<UUID, List<Screening>> screenings = screenings(scope, day);
        Map<UUID, List<Complaint>> complaints = withComplaints ? complaints(scope, day) : Map.of();
        return jdbc.sql(scope.factsTable() + ", " + RosterRows.of(scope, asOf)
                        + """
                        select x.*, %s as untrained, %s as reasons, %s as screening,
                               (select bool_or(l.by_police) from listed l
                                 where l.officer = x.officer and l.school = x.school) as by_police,
                               (select bool_or(l.by_school) from listed l
                                 where l.officer = x.officer and l.school = x.school) as by_school,
                               exists (select from latest where side = 'POLICE') as police_list,
                               exists (select from latest where side = 'SCHOOL') as school_list
                          from active x order by x.school, x.name, x.officer, x.first_day
                        """.formatted(
                                        standing.untrained("x.officer", day),
                                        standing.ineligible("x.officer", day),
                                        StandingSql.screening("x.officer", day)))
                .params(scope.parameters())
                .query((row, _) -> {
                    UUID officer = row.getObject("officer", UUID.class);
                    return entry(
                            row,
                            officer,
                            schools,
                            scope.settings().zone(),
                            screenings.getOrDefault(officer, List.of()),
                            withComplaints ? complaints.getOrDefault(officer, List.of()) : null);
                })
                .list();
    }

    private static RosterEntry entry(
            ResultSet row,
            UUID officer,
            Map<String, String> schools,
            ZoneId zone,
            List<Screening> screenings,
            @Nullable List<Complaint> complaints)
            throws SQLException {
        String school = row.getString("school");
        LocalDate from = row.getObject("first_day", LocalDate.class);
        LocalDate lastDay = row.getObject("last_day", LocalDate.class);
        OffsetDateTime started = row.getObject("started_at", OffsetDateTime.class);
        List<String> untrained = texts(row.getArray("untrained"));
        List<String> reasons = texts(row.getArray("reasons"));
        EligibilityStatus status = !reasons.isEmpty()
                ? EligibilityStatus.INELIGIBLE
                : row.getString("screening") == null ? EligibilityStatus.NOT_SCREENED : EligibilityStatus.ELIGIBLE;
        return new RosterEntry(
                officer,
                row.getString("name"),
                row.getString("star_number"),
                row.getString("officer_capacity"),
                school,
                schools.get(school),
                row.getString("post"),
                from,
                lastDay,
                started.toInstant(),
                isAfter(started, from, zone) || isAfter(row.getObject("ended_at", OffsetDateTime.class), lastDay, zone),
                row.getObject("confirmed_on", LocalDate.class),
                row.getString("side"),
                row.getInt("age"),
                row.getBoolean("police_list") ? row.getBoolean("by_police") : null,
                row.getBoolean("school_list") ? row.getBoolean("by_school") : null,
                new Eligibility(status, reasons, screenings, complaints),
                new TrainingState(untrained.isEmpty(), untrained));
    }

    private static boolean isAfter(@Nullable OffsetDateTime recorded, @Nullable LocalDate day, ZoneId zone) {
        return recorded != null
                && day != null
                && recorded.atZoneSameInstant(zone).toLocalDate().isAfter(day);
    }

    private Map<UUID, List<Screening>> screenings(FigureScope scope, String day) {
        Map<UUID, List<Screening>> found = new HashMap<>();
        jdbc.sql("""
                        select * from rm.officer_screening s where s.screened_on <= %s and %s
                         order by s.officer, s.screened_on desc
                        """.formatted(day, known("s")))
                .param("horizon", scope.horizon())
                .query((row, _) -> found.computeIfAbsent(row.getObject("officer", UUID.class), _ -> new ArrayList<>())
                        .add(SCREENING.read(row)))
                .list();
        return found;
    }

    private Map<UUID, List<Complaint>> complaints(FigureScope scope, String day) {
        Map<UUID, List<Complaint>> found = new LinkedHashMap<>();
        jdbc.sql("""
                        select c.officer, c.complaint, c.received_on, c.about, f.finding, f.found_on,
                               coalesce(f.about, '{}') as finding_about,
                               (select p.discipline_probable from rm.officer_complaint_statement p
                                 where p.officer = c.officer and p.complaint = c.complaint and p.stated_on <= %1$s and %2$s
                                 order by p.stated_on desc limit 1) as discipline_probable
                          from rm.officer_complaint c
                          left join lateral (
                            select l.finding, l.found_on, l.about from rm.officer_complaint_finding l
                             where l.officer = c.officer and l.complaint = c.complaint and l.found_on <= %1$s and %3$s
                             order by l.found_on desc limit 1) f on true
                         where c.received_on <= %1$s and c.known_from_index <= :horizon
                         order by c.officer, c.received_on, c.complaint
                        """.formatted(day, known("p"), known("l")))
                .param("horizon", scope.horizon())
                .query((row, _) -> found.computeIfAbsent(row.getObject("officer", UUID.class), _ -> new ArrayList<>())
                        .add(COMPLAINT.read(row)))
                .list();
        return found;
    }

    static List<String> texts(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : Arrays.asList((String[]) array.getArray());
    }
}
