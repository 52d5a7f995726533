package brightline.query.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Which stretch of a list is asked for.
 *
 * @param cursor where the stretch before ended; null for the first
 * @param limit items at most; null for the usual {@value #USUAL}
 */
public record Paging(
        @Filter(value = "The next of an earlier answer", form = "[A-Za-z0-9_-]{1,400}", must = Paging.A_NEXT) @Nullable
        String cursor,

        @Filter(value = "Items at most, 1 to 200", example = "50", least = 1, most = 200) @Nullable
        Integer limit) {
    private static final int USUAL = 50;
    static final String A_NEXT = "the next of an earlier answer";

    public int atMost() {
        return limit == null ? USUAL : limit;
    }

    /**
     * A stretch of a list.
     *
     * @param next where the next one begins; null at the end
     */
    public record Stretch<T>(
            List<T> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next) {
        public Stretch {
            items = List.copyOf(items);
        }
    }

    private record Found<T>(T item, String place) {}

    /**
     * Reads the stretch.
     *
     * @param statement ends in {@code limit :atMost}, which is one more than asked for, and has the values of its conditions
     * @param order what it is ordered by, of columns it selects
     */
    public <T> Stretch<T> read(StatementSpec statement, Order order, RowMapper<T> item) {
        List<Found<T>> found = statement
                .query((row, number) -> new Found<>(item.mapRow(row, number), order.place(row)))
                .list();
        boolean goesOn = found.size() > atMost();
        List<Found<T>> shown = goesOn ? found.subList(0, atMost()) : found;
        return new Stretch<>(
                shown.stream().map(Found::item).toList(),
                goesOn ? shown.getLast().place() : null);
    }
}
