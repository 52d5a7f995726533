package brightline.command.register;

import brightline.events.OfficerId;
import brightline.events.agency.AgencyEvent.SettingsChanged;
import brightline.events.agency.AgencySettings;
import brightline.events.agreement.AgreementEvent.*;
import brightline.events.officer.OfficerEvent.*;
import brightline.events.school.SchoolEvent.*;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Enters each event in the transaction that appends it. A unique key that is broken here undoes the whole transaction: the
 * rule it keeps was checked before, and two commands at once raced.
 */
@ProcessingGroup(RegisterClerk.GROUP)
final class RegisterClerk {
    static final String GROUP = "reference-register";

    private final JdbcClient jdbc;

    RegisterClerk(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventHandler
    void on(SettingsChanged event) {
        AgencySettings settings = event.settings();
        jdbc.sql("""
                        insert into command.agency_settings
                               (name, zone, school_year_start, jurisdiction, late_after_hours, small_cell_threshold, statistics,
                                identifiers)
                        values (:name, :zone, :start, :jurisdiction, :late, :small, :statistics, :identifiers)
                        on conflict (only_row) do update
                           set name = excluded.name, zone = excluded.zone, school_year_start = excluded.school_year_start,
                               jurisdiction = excluded.jurisdiction, late_after_hours = excluded.late_after_hours,
                               small_cell_threshold = excluded.small_cell_threshold, statistics = excluded.statistics,
                               identifiers = excluded.identifiers
                        """)
                .param("name", settings.name())
                .param("zone", settings.zone().getId())
                .param("start", settings.schoolYearStart().toString())
                .param("jurisdiction", settings.jurisdiction())
                .param("late", settings.lateAfterHours())
                .param("small", settings.smallCellThreshold())
                .param("statistics", settings.statistics().name())
                .param("identifiers", settings.identifiers().toArray(String[]::new))
                .update();
        newEdition();
    }

    @EventHandler
    void on(SchoolRegistered event) {
        school(event.school().value(), event.name(), false);
    }

    @EventHandler
    void on(SchoolProvisionallyRegistered event) {
        school(event.school().value(), event.name(), true);
    }

    @EventHandler
    void on(CodeGiven event) {
        String school = event.school().value();
        List<Worn> before = jdbc.sql("select code, first_day, last_day from command.school_code where school = ?")
                .param(school)
                .query((row, _) -> worn(row, "code"))
                .list();
        jdbc.sql("delete from command.school_code where school = ?")
                .param(school)
                .update();
        for (Worn worn : Worn.given(before, event.code().value(), event.from())) {
            jdbc.sql("""
                            insert into command.school_code (school, code, first_day, last_day)
                            values (:school, :code, :first, :last)
                            """)
                    .param("school", school)
                    .param("code", worn.number())
                    .param("first", worn.from())
                    .param("last", worn.lastDay())
                    .update();
        }
        newEdition();
    }

    private void school(String code, String name, boolean provisional) {
        jdbc.sql("""
                        insert into command.school (code, name, provisional) values (:code, :name, :provisional)
                        on conflict (code) do update set name = excluded.name, provisional = excluded.provisional
                        """)
                .param("code", code)
                .param("name", name)
                .param("provisional", provisional)
                .update();
        jdbc.sql("""
                        insert into command.school_code (school, code)
                        select :code, :code where not exists (select from command.school_code where school = :code)
                        """).param("code", code).update();
        newEdition();
    }

    @EventHandler
    void on(OfficerRegistered event) {
        jdbc.sql("""
                        insert into command.officer (officer_id, star_number, name, capacity)
                        values (:id, :star, :name, :capacity)
                        """)
                .param("id", event.officerId().value())
                .param("star", event.starNumber())
                .param("name", event.name())
                .param("capacity", event.capacity().toString())
                .update();
        wear(event.officerId(), List.of(new Worn(event.starNumber(), null, null)));
    }

    @EventHandler
    void on(OfficerRenamed event) {
        jdbc.sql("update command.officer set name = :name where officer_id = :id")
                .param("id", event.officerId().value())
                .param("name", event.name())
                .update();
        newEdition();
    }

    @EventHandler
    void on(StarGiven event) {
        jdbc.sql("update command.officer set star_number = :star where officer_id = :id")
                .param("id", event.officerId().value())
                .param("star", event.starNumber())
                .update();
        wear(event.officerId(), Worn.given(worn(event.officerId()), event.starNumber(), event.from()));
    }

    @EventHandler
    void on(StarGivenUp event) {
        wear(event.officerId(), Worn.givenUp(worn(event.officerId()), event.lastDay()));
    }

    private List<Worn> worn(OfficerId officer) {
        return jdbc.sql("select star_number, first_day, last_day from command.officer_star where officer_id = ?")
                .param(officer.value())
                .query((row, _) -> worn(row, "star_number"))
                .list();
    }

    static Worn worn(ResultSet row, String number) throws SQLException {
        return new Worn(
                row.getString(number),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }

    private void wear(OfficerId officer, List<Worn> stars) {
        jdbc.sql("delete from command.officer_star where officer_id = ?")
                .param(officer.value())
                .update();
        for (Worn star : stars) {
            jdbc.sql("""
                            insert into command.officer_star (officer_id, star_number, first_day, last_day)
                            values (:id, :star, :first, :last)
                            """)
                    .param("id", officer.value())
                    .param("star", star.number())
                    .param("first", star.from())
                    .param("last", star.lastDay())
                    .update();
        }
        newEdition();
    }

    @EventHandler
    void on(CapacityChanged event) {
        jdbc.sql("update command.officer set capacity = :capacity where officer_id = :id")
                .param("id", event.officerId().value())
                .param("capacity", event.capacity().toString())
                .update();
        newEdition();
    }

    @EventHandler
    void on(AgreementDrafted event) {
        jdbc.sql("insert into command.agreement (agreement_id, title) values (:id, :title) on conflict do nothing")
                .param("id", event.agreementId().value())
                .param("title", event.title())
                .update();
        newEdition();
    }

    @EventHandler
    void on(VersionWritten event) {
        jdbc.sql("""
                        insert into command.agreement_version (agreement_id, version, discipline_section)
                        values (:id, :version, :section) on conflict do nothing
                        """)
                .param("id", event.agreementId().value())
                .param("version", event.version())
                .param("section", event.disciplineSection())
                .update();
    }

    @EventHandler
    void on(VersionAdopted event) {
        jdbc.sql("""
                        insert into command.agreement_adoption (agreement_id, version, from_day, to_day)
                        values (:id, :version, :from, :to) on conflict do nothing
                        """)
                .param("id", event.agreementId().value())
                .param("version", event.version())
                .param("from", event.from())
                .param("to", event.to())
                .update();
        newEdition();
    }

    @EventHandler
    void on(AgreementPutInForce event) {
        jdbc.sql("""
                        insert into command.agreement_in_force (agreement_id, from_day, to_day, rule_set)
                        values (:id, :from, :to, :ruleSet)
                        """)
                .param("id", event.agreementId().value())
                .param("from", event.from())
                .param("to", event.to())
                .param("ruleSet", event.ruleSet())
                .update();
        newEdition();
    }

    @EventHandler
    void on(AgreementEnded event) {
        for (String stretches : List.of("command.agreement_in_force", "command.agreement_adoption")) {
            jdbc.sql("delete from " + stretches + " where agreement_id = :id and from_day > :lastDay")
                    .param("id", event.agreementId().value())
                    .param("lastDay", event.lastDay())
                    .update();
            jdbc.sql("update " + stretches + """
                             set to_day = :lastDay where agreement_id = :id and (to_day is null or to_day > :lastDay)
                            """)
                    .param("id", event.agreementId().value())
                    .param("lastDay", event.lastDay())
                    .update();
        }
        newEdition();
    }

    private void newEdition() {
        jdbc.sql("update command.register_state set edition = nextval('command.register_edition')")
                .update();
    }
}
