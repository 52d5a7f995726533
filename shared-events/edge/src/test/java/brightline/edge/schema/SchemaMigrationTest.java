package brightline.edge.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brightline.edge.TestDatabase;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemaMigrationTest {
    private final DataSource dataSource = TestDatabase.fresh().dataSource();

    @Test
    void applies_once_and_keeps_its_history_in_its_own_schema() {
        assertThat(SchemaMigration.migrate(dataSource, "access", "classpath:db/access")
                        .applied())
                .isPositive();
        assertThat(SchemaMigration.migrate(dataSource, "access", "classpath:db/access")
                        .applied())
                .isZero();
        assertThat(JdbcClient.create(dataSource)
                        .sql("select schemaname from pg_tables where tablename = 'flyway_schema_history'")
                        .query(String.class)
                        .list())
                .containsExactly("access");
    }

    @Test
    void refuses_a_place_without_migrations() {
        assertThatThrownBy(() -> SchemaMigration.migrate(dataSource, "nothing", "classpath:db/nothing"))
                .isInstanceOf(FlywayException.class);
    }
}
