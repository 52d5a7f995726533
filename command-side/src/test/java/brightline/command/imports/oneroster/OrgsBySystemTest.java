package brightline.command.imports.oneroster;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.TestDatabase;
import brightline.edge.schema.SchemaMigration;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an earlier release kept of organisations, without their system. */
class OrgsBySystemTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());

    OrgsBySystemTest() {
        SchemaMigration.migrate(database.dataSource(), "log", "classpath:db/log");
        migrate("090");
        jdbc.sql("""
                        insert into command.roster_org (sourced_id, name, identifier, is_school)
                        values ('1', 'Marlow', 'MAR', true), ('2', 'Quince', 'QUI', true), ('3', 'Orchard', 'ORC', true)
                        """).update();
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(database.dataSource())
                .schemas("command")
                .locations("classpath:db/command")
                .target(target)
                // Rights are said of the tables of today.
                .skipDefaultCallbacks(true)
                .load()
                .migrate();
    }

    private void at(String org, String system) {
        jdbc.sql("""
                        with one as (insert into command.roster_person (person_mac, student_id, system_mac)
                          values (:system || :org, gen_random_uuid(), :system) returning person_mac)
                        insert into command.roster_place (place_mac, person_mac, org, is_primary, deleted)
                        select person_mac, person_mac, :org, true, false from one
                        """).param("system", system).param("org", org).update();
    }

    @Test
    void go_to_the_systems_whose_people_are_there() {
        at("1", "A");
        at("1", "B");
        at("2", "B");
        migrate("091");
        assertThat(orgs()).containsExactly("A 1 MAR", "B 1 MAR", "B 2 QUI");
    }

    @Test
    void all_go_to_the_only_system_there_is() {
        at("1", "A");
        migrate("091");
        assertThat(orgs()).containsExactly("A 1 MAR", "A 2 QUI", "A 3 ORC");
    }

    private List<String> orgs() {
        return jdbc.sql(
                        "select system_mac || ' ' || sourced_id || ' ' || identifier from command.roster_org order by 1")
                .query(String.class)
                .list();
    }
}
