package brightline.query.desk;

import brightline.events.review.ReviewEvent.ClassOverridden;
import brightline.query.desk.DeskFold.Change;
import brightline.query.projection.ProjectionBatch;
import brightline.query.projection.ReadModelSchema;
import brightline.query.projection.Recorded;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Makes the row of each event from the row of the event before it in its stream, so that an event delivered twice makes the same
 * row again.
 */
final class DeskBatch implements ProjectionBatch {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ReadModelSchema schema;
    private final Map<Place, Map<String, @Nullable Object>> made = new LinkedHashMap<>();
    private final Map<Place, Recorded> makers = new LinkedHashMap<>();
    private final List<Object[]> overrides = new ArrayList<>();

    /** One event's row. */
    private record Place(DeskTable table, UUID key, long version) {}

    DeskBatch(DataSource dataSource, ReadModelSchema schema) {
        this.jdbc = JdbcClient.create(dataSource);
        this.batches = new JdbcTemplate(dataSource);
        this.schema = schema;
    }

    @Override
    public void handle(Recorded recorded) {
        Change change = DeskFold.of(recorded.event());
        if (change == null) {
            return;
        }
        Place place = new Place(change.table(), change.key(), recorded.sequence());
        DeskRow row = new DeskRow(before(place, recorded), recorded);
        change.apply().accept(row);
        made.put(place, row.values());
        makers.put(place, recorded);
        if (recorded.event() instanceof ClassOverridden overridden) {
            overrides.add(row(recorded, overridden));
        }
    }

    private Map<String, @Nullable Object> before(Place place, Recorded recorded) {
        if (place.version() == 0) {
            Map<String, @Nullable Object> empty = new LinkedHashMap<>();
            empty.put("begun_index", recorded.index());
            empty.put("begun_at", Timestamp.from(recorded.recordedAt()));
            return empty;
        }
        Place earlier = new Place(place.table(), place.key(), place.version() - 1);
        Map<String, @Nullable Object> known = made.get(earlier);
        return known == null ? stored(earlier) : known;
    }

    private Map<String, @Nullable Object> stored(Place place) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        jdbc.sql(schema.in("select * from $rm.%s where %s = ? and version = ?"
                        .formatted(place.table().name(), place.table().key())))
                .param(place.key())
                .param(place.version())
                .query()
                .listOfRows()
                .forEach(found -> {
                    row.put("begun_index", found.get("begun_index"));
                    row.put("begun_at", found.get("begun_at"));
                    place.table().columns().forEach(column -> row.put(column, found.get(column)));
                });
        if (row.isEmpty()) {
            throw new IllegalStateException("The row of the event before is missing");
        }
        return row;
    }

    private static Object[] row(Recorded recorded, ClassOverridden event) {
        return new Object[] {
            event.reviewId().value(),
            recorded.index(),
            event.interactionId().value(),
            DeskFold.part(event.derived().officer()),
            event.derived().involvementClass(),
            event.derived().rule(),
            event.derived().ruleSet(),
            event.overriddenTo(),
            event.reason().code()
        };
    }

    @Override
    public void flush(long position) {
        made.forEach((place, values) -> {
            Recorded recorded = java.util.Objects.requireNonNull(makers.get(place));
            insert(place, recorded, values);
            if (place.version() > 0) {
                batches.update(
                        schema.in("update $rm.%s set known_to_index = ?, known_to_at = ? where %s = ? and version = ?"
                                .formatted(place.table().name(), place.table().key())),
                        recorded.index(),
                        Timestamp.from(recorded.recordedAt()),
                        place.key(),
                        place.version() - 1);
            }
        });
        batches.batchUpdate(
                schema.in("insert into $rm.class_override values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing"),
                overrides);
    }

    private void insert(Place place, Recorded recorded, Map<String, @Nullable Object> values) {
        DeskTable table = place.table();
        List<@Nullable Object> row = new ArrayList<>();
        row.add(place.key());
        row.add(place.version());
        row.add(values.get("begun_index"));
        row.add(values.get("begun_at"));
        row.add(recorded.index());
        row.add(Timestamp.from(recorded.recordedAt()));
        table.columns().forEach(column -> row.add(values.get(column)));
        batches.update(
                schema.in("insert into $rm.%s (%s, version, begun_index, begun_at, known_from_index, known_from_at, %s)"
                                .formatted(table.name(), table.key(), String.join(", ", table.columns()))
                        + " values (" + "?, ".repeat(row.size() - 1) + "?) on conflict do nothing"),
                row.toArray());
    }
}
