package brightline.query.desk;

import brightline.events.review.ReviewEvent.ClassOverridden;
import brightline.query.desk.DeskFold.Change;
import brightline.query.desk.DeskFold.Place;
import brightline.query.projection.LogReader;
import brightline.query.projection.ProjectedRows;
import brightline.query.projection.ProjectionBatch;
import brightline.query.projection.Recorded;
import brightline.query.projection.Row;
import brightline.query.projection.Streams;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Notes which streams grew, then makes the rows of all their events anew: each the row of the event before it, with what it changed. */
final class DeskBatch implements ProjectionBatch {
    private final ProjectedRows rows;
    private final Streams streams;
    private final Map<Place, Set<String>> touched = new LinkedHashMap<>();
    private final List<Row> overrides = new ArrayList<>();

    DeskBatch(LogReader log, ProjectedRows rows, long before) {
        this.rows = rows;
        this.streams = new Streams(log, before);
    }

    @Override
    public void handle(Recorded recorded) {
        Change change = DeskFold.of(recorded);
        if (change == null) {
            return;
        }
        streams.grow(recorded, DeskBatch::rows);
        touched.computeIfAbsent(change.place(), _ -> new LinkedHashSet<>()).add(recorded.stream());
        if (recorded.event() instanceof ClassOverridden overridden) {
            overrides.add(row(recorded, overridden));
        }
    }

    /** One for each event: what was known from it until the next. */
    private static List<Row> rows(List<Recorded> events) {
        List<Row> made = new ArrayList<>();
        for (Recorded recorded : events) {
            Change change = Objects.requireNonNull(DeskFold.of(recorded));
            Row row = made.isEmpty()
                    ? Row.of("begun_index", recorded.index()).set("begun_at", recorded.recordedAt())
                    : made.getLast().copy();
            change.apply().accept(row);
            row.set(change.place().key(), UUID.fromString(recorded.stream()))
                    .set("version", recorded.sequence())
                    .set("known_from_index", recorded.index())
                    .set("known_from_at", recorded.recordedAt());
            if (!made.isEmpty()) {
                made.getLast().set("known_to_index", recorded.index()).set("known_to_at", recorded.recordedAt());
            }
            made.add(row);
        }
        return made;
    }

    private static Row row(Recorded recorded, ClassOverridden event) {
        return Row.of("review_id", event.reviewId().value())
                .set("known_from_index", recorded.index())
                .set("interaction_id", event.interactionId())
                .set("officer", DeskFold.part(event.derived().officer()))
                .set("derived_class", event.derived().involvementClass())
                .set("derived_rule", event.derived().rule())
                .set("rule_set", event.derived().ruleSet())
                .set("overridden_to", event.overriddenTo())
                .set("reason", event.reason());
    }

    @Override
    public void flush(long position) {
        streams.settle();
        touched.forEach((place, grown) -> streams.derive(
                grown,
                position,
                _ -> stream -> rows(streams.of(stream)),
                byStream -> rows.replace(
                        place.table(),
                        place.key(),
                        byStream.keySet().stream().map(UUID::fromString).toList(),
                        byStream.values().stream().flatMap(List::stream).toList())));
        rows.insert("class_override", overrides);
    }
}
