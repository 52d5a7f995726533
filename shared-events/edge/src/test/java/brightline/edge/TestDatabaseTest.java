package brightline.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {
    @Test
    void each_database_is_empty_and_its_own() {
        JdbcClient one = JdbcClient.create(TestDatabase.fresh().dataSource());
        JdbcClient other = JdbcClient.create(TestDatabase.fresh().dataSource());
        one.sql("create table contact (id int)").update();
        assertThat(tables(one)).isEqualTo(1);
        assertThat(tables(other)).isZero();
    }

    private static int tables(JdbcClient jdbc) {
        return jdbc.sql("select count(*) from pg_tables where schemaname = 'public'")
                .query(Integer.class)
                .single();
    }
}
