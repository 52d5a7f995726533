package brightline.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.Stated;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static @Nullable Object stored(Object value) {
        return Row.of("column", value).get("column");
    }

    @Test
    void a_code_is_kept_without_the_name_of_its_list_and_an_id_as_what_it_holds() {
        UUID officer = new UUID(0, 7);
        assertThat(stored(Code.of("place/HALLWAY"))).isEqualTo("HALLWAY");
        assertThat(stored(new OfficerId(officer))).isEqualTo(officer);
        assertThat(stored(List.of(Code.of("race/BLACK"), "Police"))).isEqualTo(new String[] {"BLACK", "Police"});
    }

    @Test
    void what_nobody_stated_is_nothing() {
        assertThat(stored(Stated.MISSING)).isNull();
        assertThat(stored(Stated.NO)).isEqualTo("NO");
    }

    @Test
    void a_moment_comes_back_as_it_was_said() {
        Row row = Row.of("due_at", NOON);
        assertThat(row.values()).containsEntry("due_at", Timestamp.from(NOON));
        assertThat(row.moment("due_at")).isEqualTo(NOON);
        assertThat(row.moment("met_at")).isNull();
    }

    @Test
    void rows_are_the_same_if_their_columns_hold_the_same_in_whatever_order() {
        Row row = Row.of("a", 1).set("b", 2);
        assertThat(row)
                .isEqualTo(Row.of("b", 2).set("a", 1))
                .isNotEqualTo(row.copy().set("b", 3));
        assertThat(row.toString()).isEqualTo("Row[a, b]");
    }

    @Test
    void a_projection_has_the_version_and_the_tables_of_its_definition_with_their_keys() {
        Projection projection = new Projection() {
            @Override
            public String name() {
                return "sample";
            }

            @Override
            public Set<Class<?>> events() {
                return Set.of();
            }

            @Override
            public ProjectionBatch begin(ReadModelSchema schema, long position) {
                throw new UnsupportedOperationException();
            }

            @Override
            public String definition() {
                return """
                        -- version 12
                        create table $rm.loose (a int);
                        create table $rm.one (a int, constraint one_pk primary key (a));
                        create index on $rm.one (a);
                        create table $rm.two (a int, b int, constraint two_pk primary key (a, b), check (a > 0));
                        """;
            }
        };
        assertThat(projection.version()).isEqualTo(12);
        assertThat(projection.tables())
                .containsExactly(
                        new Projection.ProjectedTable("one", List.of("a")),
                        new Projection.ProjectedTable("two", List.of("a", "b")));
    }
}
