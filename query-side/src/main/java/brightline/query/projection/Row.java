package brightline.query.projection;

import brightline.events.AgreementId;
import brightline.events.Code;
import brightline.events.ComplaintId;
import brightline.events.ImportId;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.OfficerId;
import brightline.events.SchoolCode;
import brightline.events.Stated;
import brightline.events.StudentId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row on its way to a table: what stands in which column. Columns that are not named stay empty. */
public final class Row {
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /** A row of which nothing is said. */
    public Row() {}

    /** A row of which one column is said. */
    public static Row of(String column, @Nullable Object value) {
        return new Row().set(column, value);
    }

    /**
     * Says what stands in a column, in the place of what was said of it before: of a code its code alone, without its list's name; of
     * what nobody stated nothing; of an id what it holds; of several codes or texts an array.
     */
    public Row set(String column, @Nullable Object value) {
        values.put(column, stored(value));
        return this;
    }

    private static @Nullable Object stored(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Stated stated -> stated == Stated.MISSING ? null : stated.name();
            case Enum<?> one -> one.name();
            case Instant moment -> Timestamp.from(moment);
            case Code code -> code.code();
            case SchoolCode school -> school.value();
            case OfficerId id -> id.value();
            case IncidentId id -> id.value();
            case InteractionId id -> id.value();
            case AgreementId id -> id.value();
            case ComplaintId id -> id.value();
            case ImportId id -> id.value();
            case StudentId id -> id.value();
            case Collection<?> several ->
                several.stream().map(one -> String.valueOf(stored(one))).toArray(String[]::new);
            default -> value;
        };
    }

    /** The same columns with the same values, to be said more of. */
    public Row copy() {
        Row copy = new Row();
        copy.values.putAll(values);
        return copy;
    }

    /** What stands in a column, as the database takes it; null where nothing does. */
    public @Nullable Object get(String column) {
        return values.get(column);
    }

    /** The moment in a column; null where there is none. */
    public @Nullable Instant moment(String column) {
        return values.get(column) instanceof Timestamp moment ? moment.toInstant() : null;
    }

    /** What stands in each column, as the database takes it. */
    Map<String, @Nullable Object> values() {
        return Collections.unmodifiableMap(values);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && row.values.equals(values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(values);
    }

    /** Names of columns only: values may be a student's. */
    @Override
    public String toString() {
        return "Row" + values.keySet();
    }
}
