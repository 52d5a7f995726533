package brightline.query.question;

import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a list is ordered by, and so how the place is written at which a stretch of it ended. No two items stand at one place. */
public final class Order {
    private final boolean latestFirst;
    private final List<Key> keys;

    private record Key(String column, boolean moment, Function<String, Object> read) {}

    private Order(boolean latestFirst, List<Key> keys) {
        this.latestFirst = latestFirst;
        this.keys = keys;
    }

    public static Order latestFirst() {
        return new Order(true, List.of());
    }

    public static Order oldestFirst() {
        return new Order(false, List.of());
    }

    public Order byIndex(String column) {
        return by(column, false, Long::valueOf);
    }

    public Order byMoment(String column) {
        return by(column, true, text -> Timestamp.from(Times.moment(text)));
    }

    public Order byId(String column) {
        return by(column, false, UUID::fromString);
    }

    public Order byName(String column) {
        return by(column, false, text -> text);
    }

    private Order by(String column, boolean moment, Function<String, Object> read) {
        return new Order(
                latestFirst,
                Stream.concat(keys.stream(), Stream.of(new Key(column, moment, read)))
                        .toList());
    }

    /** What stands behind {@code order by}. */
    public String sql() {
        String direction = latestFirst ? " desc" : "";
        return keys.stream().map(key -> key.column + direction).collect(Collectors.joining(", "));
    }

    /** The place of an item. @param row has the columns */
    String place(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (Key key : keys) {
            String label = key.column.substring(key.column.indexOf('.') + 1);
            values.add(
                    key.moment
                            ? row.getObject(label, OffsetDateTime.class)
                                    .toInstant()
                                    .toString()
                            : row.getString(label));
        }
        return written(values);
    }

    /** A single value stands as it is. */
    static String written(List<String> values) {
        String text = String.join("|", values);
        return values.size() == 1
                ? text
                : Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Limits a list to what comes behind a place.
     *
     * @param cursor the place; null for the whole list
     * @throws ProblemException 400 if it is no place of this list
     */
    void limit(Conditions conditions, @Nullable String cursor) {
        if (cursor == null) {
            return;
        }
        List<Object> values = read(cursor);
        List<String> names = new ArrayList<>();
        for (Object value : values) {
            String name = "after" + names.size();
            names.add(":" + name);
            conditions.with(name, value);
        }
        conditions.and("(%s) %s (%s)"
                .formatted(
                        keys.stream().map(Key::column).collect(Collectors.joining(", ")),
                        latestFirst ? "<" : ">",
                        String.join(", ", names)));
    }

    private List<Object> read(String cursor) {
        try {
            String text = keys.size() == 1
                    ? cursor
                    : new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            String[] parts = text.split("\\|", keys.size());
            List<Object> values = new ArrayList<>();
            for (Key key : keys) {
                values.add(key.read.apply(parts[values.size()]));
            }
            return values;
        } catch (RuntimeException _) {
            throw new ProblemException(
                    Problem.invalid(List.of(new FieldProblem("?cursor", "wrong-value", "must be " + Paging.A_NEXT))));
        }
    }
}
