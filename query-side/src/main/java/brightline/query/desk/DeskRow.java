package brightline.query.desk;

import brightline.query.projection.Recorded;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row on its way from one event to the next. */
final class DeskRow {
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
    private final Instant recordedAt;

    DeskRow(Map<String, @Nullable Object> before, Recorded recorded) {
        values.putAll(before);
        this.recordedAt = recorded.recordedAt();
    }

    DeskRow set(String column, @Nullable Object value) {
        values.put(
                column,
                switch (value) {
                    case Instant moment -> Timestamp.from(moment);
                    case LocalDate day -> Date.valueOf(day);
                    case null -> null;
                    default -> value;
                });
        return this;
    }

    /** When the event at hand was recorded. */
    Instant recordedAt() {
        return recordedAt;
    }

    @Nullable
    Instant moment(String column) {
        return values.get(column) instanceof Timestamp moment ? moment.toInstant() : null;
    }

    Map<String, @Nullable Object> values() {
        return values;
    }
}
