package brightline.proof.recount;

import brightline.edge.keys.PersonalPart.Statistics;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The events as they were recorded, in their one order, and what is sealed beside them. */
interface RawLog {
    /**
     * One event.
     *
     * @param recordedAt the database's time at append
     */
    record Entry(long index, Instant recordedAt, String name, JsonNode said) {}

    /** All that was recorded until now. */
    List<Entry> entries();

    /** The student's statistics behind a reference; as if nothing had been said where there is none. */
    Statistics statistics(@Nullable JsonNode ref);

    /** The student's number behind a reference; empty where nobody said who it was. */
    String number(@Nullable JsonNode ref);

    /** All up to the last that was recorded at or before the moment; null for all. */
    default List<Entry> knownAt(@Nullable Instant moment) {
        List<Entry> all = entries();
        if (moment == null) {
            return all;
        }
        int end = all.size();
        while (end > 0 && all.get(end - 1).recordedAt().isAfter(moment)) {
            end--;
        }
        return all.subList(0, end);
    }
}
