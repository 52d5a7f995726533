package brightline.query.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a list on the desk.
 *
 * @param next where the next one begins; absent at the end
 * @param index of the last event that counts
 */
record DeskList<T>(
        List<T> items,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String next,
        long index) {
    DeskList {
        items = List.copyOf(items);
    }
}
