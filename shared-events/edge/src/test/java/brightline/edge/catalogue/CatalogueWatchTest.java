package brightline.edge.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.edge.TestDatabase;
import brightline.edge.keys.KeyedMac;
import brightline.edge.schema.SchemaMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class CatalogueWatchTest {
    @TempDir
    Path folder = Path.of("");

    private @Nullable DataSource database;

    @BeforeEach
    void anEmptyLog() {
        DataSource fresh = TestDatabase.fresh().dataSource();
        SchemaMigration.migrate(fresh, "log", "classpath:db/log");
        SchemaMigration.migrate(fresh, "access", "classpath:db/access");
        database = fresh;
    }

    private CatalogueWatch begun(boolean migrated) {
        var watch = new CatalogueWatch(
                "events", Objects.requireNonNull(database), file(), new KeyedMac(folder.resolve("key")));
        watch.begin(migrated);
        return watch;
    }

    private Path file() {
        return folder.resolve("catalog-of-events");
    }

    private void execute(String statement) {
        JdbcClient.create(Objects.requireNonNull(database)).sql(statement).update();
    }

    @Test
    void what_a_start_has_made_is_as_it_is_to_be() {
        assertThat(begun(true).changes()).isEmpty();
        CatalogueWatch again = begun(false);
        again.look();
        assertThat(again.changes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            alter table log.domain_event_entry disable trigger refuse_change | trigger refuse_change on log.domain_event_entry
            drop trigger stamp_event on log.domain_event_entry | trigger stamp_event on log.domain_event_entry
            create or replace function log.refuse_change() returns trigger language plpgsql as 'begin return new; end' | routine log.refuse_change()
            grant update on log.event_secret to brightline_writer | table log.event_secret
            grant usage on schema log to public | schema log
            alter function log.refuse_change() owner to postgres | routine log.refuse_change()
            create policy one on log.domain_event_entry | policy one on log.domain_event_entry
            create rule one as on insert to access.read_audit do instead nothing | rule one on access.read_audit
            alter sequence log.event_index increment 2 | sequence log.event_index
            """)
    void a_guard_that_was_changed_is_named_now_and_after_a_start(String change, String named) {
        CatalogueWatch watch = begun(true);
        execute(change);
        watch.look();
        assertThat(watch.changes()).containsExactly(named);
        assertThat(begun(false).changes()).containsExactly(named);
    }

    @Test
    void a_new_superuser_is_named() {
        CatalogueWatch watch = begun(true);
        try {
            execute("create role another superuser");
            watch.look();
            assertThat(watch.changes()).containsExactly("role another");
        } finally {
            execute("drop role another");
        }
    }

    @Test
    void a_file_that_somebody_else_has_written_is_named() throws IOException {
        CatalogueWatch watch = begun(true);
        Files.writeString(file(), Files.readString(file()).replace("fires A", "fires D"));
        watch.look();
        assertThat(watch.changes()).containsExactly("the file catalog-of-events");
        assertThat(begun(false).changes()).containsExactly("the file catalog-of-events");
    }

    @Test
    void migrations_make_what_is_to_be_anew() {
        begun(true);
        execute("create function log.another() returns int language sql as 'select 1'");
        assertThat(begun(false).changes()).containsExactly("routine log.another()");
        assertThat(begun(true).changes()).isEmpty();
    }
}
