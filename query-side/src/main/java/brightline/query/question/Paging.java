package brightline.query.question;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which stretch of a list is asked for.
 *
 * @param cursor where the stretch before ended; null for the first
 * @param limit items at most; null for the usual {@value #USUAL}
 */
public record Paging(
        @Filter(value = "The next of an earlier answer", form = "[A-Za-z0-9_-]{1,400}", must = Paging.A_NEXT) @Nullable
                String cursor,
        @Filter(value = "Items at most, 1 to 200", example = "50", least = 1, most = 200) @Nullable Integer limit) {
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
    public record Stretch<T>(List<T> items, @Nullable String next) {
        public Stretch {
            items = List.copyOf(items);
        }
    }

    /**
     * The stretch of what was found for it.
     *
     * @param found one more than asked for where the list goes on
     * @param place where an item stands, as {@link Order#place} writes it
     */
    public <F, T> Stretch<T> stretch(List<F> found, Function<F, String> place, Function<F, T> item) {
        boolean goesOn = found.size() > atMost();
        List<F> shown = goesOn ? found.subList(0, atMost()) : found;
        return new Stretch<>(shown.stream().map(item).toList(), goesOn ? place.apply(shown.getLast()) : null);
    }
}
