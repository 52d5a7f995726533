package brightline.command.imports.oneroster;

import brightline.command.imports.oneroster.OneRosterOrgs.RosterOrg;
import brightline.edge.keys.KeyStore;
import brightline.edge.keys.KeyedMac;
import brightline.edge.schema.SchemaMigration;
import brightline.events.StudentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What is kept of rosters for those that come later. Joins the caller's transaction. */
@Component
final class OneRosterLedger {
    private final JdbcClient jdbc;
    private final KeyedMac mac;

    OneRosterLedger(DataSource dataSource, KeyStore keys, @Qualifier("commandSchema") SchemaMigration commandSchema) {
        this.jdbc = JdbcClient.create(dataSource);
        this.mac = new KeyedMac(keys, "roster-person");
    }

    List<RosterOrg> orgs() {
        return jdbc.sql("select sourced_id, name, identifier, is_school from command.roster_org")
                .query((row, _) -> new RosterOrg(
                        0,
                        row.getString("sourced_id"),
                        row.getString("name"),
                        row.getString("identifier"),
                        row.getBoolean("is_school")))
                .list();
    }

    /** How many were not known, and how many were known otherwise. */
    record Remembered(int added, int changed) {}

    Remembered remember(Collection<RosterOrg> orgs) {
        List<Boolean> added = new ArrayList<>();
        for (RosterOrg org : orgs) {
            // A row that was never changed has no transaction that did.
            added.addAll(jdbc.sql("""
                            insert into command.roster_org as known (sourced_id, name, identifier, is_school)
                            values (:id, :name, :identifier, :school)
                            on conflict (sourced_id) do update
                               set name = excluded.name, identifier = excluded.identifier, is_school = excluded.is_school
                             where (known.name, known.identifier, known.is_school)
                                is distinct from (excluded.name, excluded.identifier, excluded.is_school)
                            returning known.xmax = 0
                            """)
                    .param("id", org.sourcedId())
                    .param("name", org.name())
                    .param("identifier", org.identifier())
                    .param("school", org.isSchool())
                    .query(Boolean.class)
                    .list());
        }
        int fresh = Collections.frequency(added, true);
        return new Remembered(fresh, added.size() - fresh);
    }

    /** Those of the persons who were taken in before, by sourcedId. */
    Map<String, StudentId> known(String system, Collection<OneRosterPerson> persons) {
        Map<String, String> keys = new HashMap<>();
        persons.forEach(person -> keys.put(mac.of(system, person.key()), person.key()));
        Map<String, StudentId> known = new HashMap<>();
        jdbc.sql("select person_mac, student_id from command.roster_person where person_mac = any(:macs)")
                .param("macs", keys.keySet().toArray(String[]::new))
                .query((row, _) -> known.put(
                        keys.getOrDefault(row.getString("person_mac"), ""),
                        new StudentId(row.getObject("student_id", UUID.class))))
                .list();
        return known;
    }

    void remember(String system, Map<String, StudentId> taken) {
        jdbc.sql("""
                        insert into command.roster_person (person_mac, student_id)
                        select * from unnest(cast(:macs as text[]), cast(:students as uuid[])) on conflict do nothing
                        """)
                .param(
                        "macs",
                        taken.keySet().stream().map(key -> mac.of(system, key)).toArray(String[]::new))
                .param("students", taken.values().stream().map(StudentId::value).toArray(UUID[]::new))
                .update();
    }
}
