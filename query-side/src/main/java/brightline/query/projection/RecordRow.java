package brightline.query.projection;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/**
 * Reads a record from a row whose columns are called like its components: {@code dueOn} from {@code due_on}. A moment is an {@code
 * Instant}, a constant stands by its name; a list of texts is an array, or a text parted by commas, and empty where there is none.
 */
public final class RecordRow<T extends Record> implements RowMapper<T> {
    private final RecordComponent[] components;
    private final List<String> columns;
    private final Constructor<T> constructor;

    private RecordRow(Class<T> type) {
        this.components = type.getRecordComponents();
        this.columns = Arrays.stream(components)
                .map(one -> one.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT))
                .toList();
        try {
            this.constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
            constructor.setAccessible(true);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(type + " cannot be made", e);
        }
    }

    public static <T extends Record> RecordRow<T> of(Class<T> type) {
        return new RecordRow<>(type);
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        return read(row);
    }

    /** @param last values of the last components, which are no columns */
    public T read(ResultSet row, @Nullable Object... last) throws SQLException {
        @Nullable Object[] values = new Object[components.length];
        int read = values.length - last.length;
        for (int i = 0; i < read; i++) {
            values[i] = value(row, columns.get(i), components[i].getType());
        }
        System.arraycopy(last, 0, values, read, last.length);
        try {
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(constructor + " cannot be called", e);
        }
    }

    private static @Nullable Object value(ResultSet row, String column, Class<?> type) throws SQLException {
        if (type == Instant.class) {
            OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
            return moment == null ? null : moment.toInstant();
        } else if (type == List.class) {
            return texts(row.getObject(column));
        } else if (type == long.class) {
            return row.getLong(column);
        } else if (type == int.class) {
            return row.getInt(column);
        } else if (type == boolean.class) {
            return row.getBoolean(column);
        }
        String text = type.isEnum() ? row.getString(column) : null;
        return text == null ? row.getObject(column, type) : constant(type, text);
    }

    private static Object constant(Class<?> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one ->
                        one instanceof Enum<?> constant && constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type + " has no " + name));
    }

    private static List<String> texts(@Nullable Object found) throws SQLException {
        if (found instanceof Array array) {
            return List.of((String[]) array.getArray());
        }
        return found == null || found.toString().isEmpty()
                ? List.of()
                : List.of(found.toString().split(",", -1));
    }
}
