package brightline.command.register;

import brightline.events.AgreementId;
import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.agency.AgencySettings;
import brightline.events.agency.AgencySettings.StatisticsSwitch;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is known of the agency, its schools, officers and agreements.
 *
 * <p>Each call of {@link #current()} asks the database one thing, the number of the register's edition, and reads the tables
 * again only when it changed. So an answer is never older than the last commit, on whichever node it was made, and within a
 * transaction it holds what the transaction itself has changed. A submission calls {@code current()} once and asks the edition
 * it gets; the other methods are for single questions and cost that one query each.
 */
public final class ReferenceRegister {
    private final JdbcClient jdbc;
    private volatile @Nullable RegisterEdition latest;

    ReferenceRegister(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The register as of now. */
    public RegisterEdition current() {
        long number = jdbc.sql("select edition from command.register_state")
                .query(Long.class)
                .single();
        RegisterEdition known = latest;
        if (known != null && known.number() == number) {
            return known;
        }
        RegisterEdition read = read(number);
        latest = read;
        return read;
    }

    /** @see RegisterEdition#school */
    public Optional<SchoolEntry> school(SchoolCode code) {
        return current().school(code);
    }

    /** @see RegisterEdition#officer */
    public Optional<OfficerEntry> officer(OfficerId id) {
        return current().officer(id);
    }

    /** @see RegisterEdition#officerByStar */
    public Optional<OfficerEntry> officerByStar(String starNumber, LocalDate day) {
        return current().officerByStar(starNumber, day);
    }

    /** @see RegisterEdition#agreementInForce */
    public Optional<AgreementInForce> agreementInForce(LocalDate day) {
        return current().agreementInForce(day);
    }

    /** @see RegisterEdition#agency */
    public AgencySettings agency() {
        return current().agency();
    }

    /** A commit between these reads makes this edition newer than its number; the next caller sees the number differ. */
    private RegisterEdition read(long number) {
        AgencySettings agency = jdbc.sql("""
                        select name, zone, school_year_start, jurisdiction, late_after_hours, small_cell_threshold, statistics,
                               identifiers
                          from command.agency_settings
                        """)
                .query((row, _) -> new AgencySettings(
                        row.getString("name"),
                        ZoneId.of(row.getString("zone")),
                        MonthDay.parse(row.getString("school_year_start")),
                        row.getString("jurisdiction"),
                        row.getInt("late_after_hours"),
                        row.getInt("small_cell_threshold"),
                        StatisticsSwitch.valueOf(row.getString("statistics")),
                        List.of((String[]) row.getArray("identifiers").getArray())))
                .optional()
                .orElse(AgencySettings.DEFAULT);
        Map<String, List<Worn>> codes = new HashMap<>();
        jdbc.sql("select school, code, first_day, last_day from command.school_code order by first_day nulls first")
                .query(row -> {
                    codes.computeIfAbsent(row.getString("school"), _ -> new ArrayList<>())
                            .add(RegisterClerk.worn(row, "code"));
                });
        var schools = jdbc.sql("select code, name, provisional from command.school")
                .query((row, _) -> new SchoolEntry(
                        new SchoolCode(row.getString("code")),
                        row.getString("name"),
                        row.getBoolean("provisional"),
                        codes.getOrDefault(row.getString("code"), List.of())))
                .list();
        Map<UUID, List<Worn>> stars = new HashMap<>();
        jdbc.sql("""
                        select officer_id, star_number, first_day, last_day from command.officer_star
                         order by first_day nulls first
                        """).query(row -> {
            stars.computeIfAbsent(row.getObject("officer_id", UUID.class), _ -> new ArrayList<>())
                    .add(RegisterClerk.worn(row, "star_number"));
        });
        var officers = jdbc.sql("select officer_id, star_number, name, capacity from command.officer")
                .query((row, _) -> new OfficerEntry(
                        new OfficerId(row.getObject("officer_id", UUID.class)),
                        row.getString("star_number"),
                        row.getString("name"),
                        Code.of(row.getString("capacity")),
                        stars.getOrDefault(row.getObject("officer_id", UUID.class), List.of())))
                .list();
        var agreements = jdbc.sql("""
                        select agreement_id, rule_set, from_day, to_day from command.agreement_in_force order by from_day
                        """)
                .query((row, _) -> new AgreementInForce(
                        new AgreementId(row.getObject("agreement_id", UUID.class)),
                        row.getInt("rule_set"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class)))
                .list();
        Map<AgreementId, String> titles = new HashMap<>();
        jdbc.sql("select agreement_id, coalesce(title, 'The agreement') as title from command.agreement")
                .query(row -> {
                    titles.put(new AgreementId(row.getObject("agreement_id", UUID.class)), row.getString("title"));
                });
        var sections = jdbc.sql("""
                        select a.agreement_id, a.from_day, a.to_day, v.discipline_section
                          from command.agreement_adoption a
                          join command.agreement_version v using (agreement_id, version)
                         where v.discipline_section is not null
                        """)
                .query((row, _) -> new DisciplineSection(
                        new AgreementId(row.getObject("agreement_id", UUID.class)),
                        row.getString("discipline_section"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class)))
                .list();
        return new RegisterEdition(number, agency, schools, officers, agreements, titles, sections);
    }
}
