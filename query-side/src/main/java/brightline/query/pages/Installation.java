package brightline.query.pages;

import brightline.events.agency.AgencySettings;
import brightline.query.figures.ReferenceEntries;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What every page may need to know of the installation: the agency as it stands, its schools and its officers. */
@Component
public final class Installation {
    private final JdbcClient jdbc;

    public Installation(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The settings as last recorded; empty while none are. */
    public Optional<AgencySettings> settings() {
        return jdbc.sql("""
                        select name, zone, school_year_start, jurisdiction, late_after_hours, small_cell_threshold, statistics,
                               identifiers
                          from rm.agency_entry order by known_from_index desc limit 1
                        """)
                .query((row, _) -> new AgencySettings(
                        row.getString("name"),
                        ZoneId.of(row.getString("zone")),
                        MonthDay.parse(row.getString("school_year_start")),
                        row.getString("jurisdiction"),
                        row.getInt("late_after_hours"),
                        row.getInt("small_cell_threshold"),
                        AgencySettings.StatisticsSwitch.valueOf(row.getString("statistics")),
                        List.of((String[]) row.getArray("identifiers").getArray())))
                .optional();
    }

    /** The zone times are shown in. */
    public ZoneId zone() {
        return settings().orElse(AgencySettings.DEFAULT).zone();
    }

    /**
     * Every school by its latest name, the agency's own first, then those that only a file names, which their labels say; each in
     * alphabetical order. The value is its first code.
     */
    public List<Choice> schools() {
        return schools("true");
    }

    /** The agency's own schools, without those that only a file names and nobody registered; in alphabetical order. */
    public List<Choice> ownSchools() {
        return schools("not provisional");
    }

    private List<Choice> schools(String which) {
        return jdbc.sql("""
                        select * from (
                          select school, provisional, %s as name from (
                            select distinct on (school) school, name, provisional, code
                              from rm.school_entry order by school, known_from_index desc) latest) told
                         where %s order by provisional, name, school
                        """.formatted(ReferenceEntries.toldApart("code"), which))
                .query((row, _) -> Choice.of(
                        row.getString("school"),
                        row.getString("name") + (row.getBoolean("provisional") ? " (from a file, not confirmed)" : "")))
                .list();
    }

    /** Every officer by name with the star number, in alphabetical order; the value is the officer's id. */
    public List<Choice> officers() {
        return jdbc.sql("""
                        select officer, name, star_number from (
                          select distinct on (officer) officer, name, star_number
                            from rm.officer_entry order by officer, known_from_index desc) latest
                         order by name, star_number
                        """)
                .query((row, _) -> Choice.of(
                        row.getString("officer"), row.getString("name") + " (" + row.getString("star_number") + ")"))
                .list();
    }
}
