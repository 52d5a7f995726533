package brightline.query.involvement;

import brightline.query.projection.LogReader;
import brightline.query.projection.Recorded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The streams a batch needs, each from its first event on: grown by what the batch brings, else read from the log once. */
public final class Streams {
    private final LogReader log;
    private final Map<String, List<Recorded>> known = new HashMap<>();

    public Streams(LogReader log) {
        this.log = log;
    }

    /** The stream's events before this one, which is then the next to be {@link #add}ed. */
    public List<Recorded> before(Recorded recorded) {
        List<Recorded> events = known.computeIfAbsent(recorded.stream(), stream -> {
            if (recorded.sequence() == 0) {
                return new ArrayList<>();
            }
            return new ArrayList<>(
                    log.streams(List.of(stream), recorded.index() - 1).getOrDefault(stream, List.of()));
        });
        return List.copyOf(events);
    }

    /** Whether the event is already there: delivered twice. */
    public boolean has(Recorded recorded) {
        List<Recorded> events = known.getOrDefault(recorded.stream(), List.of());
        return !events.isEmpty() && events.getLast().index() >= recorded.index();
    }

    /** Takes in the stream's next event. */
    public void add(Recorded recorded) {
        known.computeIfAbsent(recorded.stream(), _ -> new ArrayList<>()).add(recorded);
    }

    /** Forgets everything: the tables rest on more of the log than the batch holds. */
    public void forget() {
        known.clear();
    }

    /** Reads what is missing of these streams, with one query. */
    public void load(Collection<String> streams, long upTo) {
        Set<String> missing = new LinkedHashSet<>(streams);
        missing.removeAll(known.keySet());
        Map<String, List<Recorded>> found = log.streams(missing, upTo);
        missing.forEach(stream -> known.put(stream, found.getOrDefault(stream, List.of())));
    }

    /** The stream's events; none if it has none or was not loaded. */
    public List<Recorded> of(String stream) {
        return known.getOrDefault(stream, List.of());
    }
}
