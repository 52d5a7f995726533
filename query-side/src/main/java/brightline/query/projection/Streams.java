package brightline.query.projection;

import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.PersonalParts;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.interaction.InteractionEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The streams a batch needs, each from its first event on: grown by what the batch brings, else read from the log once. What follows
 * of a stream that grew is derived anew from all of it.
 */
public final class Streams {
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final int CHUNK = 500;

    private final LogReader log;
    private final long before;
    private final Map<String, List<Recorded>> known = new HashMap<>();
    private long first = Long.MAX_VALUE;

    /** @param before index up to which the tables rest on the log already */
    public Streams(LogReader log, long before) {
        this.log = log;
        this.before = before;
    }

    /** Notes an event of the batch. */
    public void saw(Recorded recorded) {
        first = Math.min(first, recorded.index());
    }

    /** Whether the batch holds events the tables rest on already. */
    public boolean sawAgain() {
        return first <= before;
    }

    /**
     * Takes in the stream's next event, unless it is delivered again.
     *
     * @param trial fails if the event, the last of these, cannot be understood: everything that can go wrong with it goes wrong here
     */
    public void grow(Recorded recorded, Consumer<List<Recorded>> trial) {
        saw(recorded);
        List<Recorded> events = known.computeIfAbsent(recorded.stream(), stream -> before(stream, recorded));
        if (events.isEmpty() || events.getLast().index() < recorded.index()) {
            List<Recorded> grown = new ArrayList<>(events);
            grown.add(recorded);
            trial.accept(grown);
            events.add(recorded);
        }
    }

    private List<Recorded> before(String stream, Recorded recorded) {
        return recorded.sequence() == 0
                ? new ArrayList<>()
                : new ArrayList<>(
                        log.streams(List.of(stream), recorded.index() - 1).getOrDefault(stream, List.of()));
    }

    /** The batch is at its end: if the tables rest on more of the log than it holds, all is read anew. */
    public void settle() {
        if (sawAgain()) {
            known.clear();
        }
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

    /**
     * Derives what follows of each stream, some hundred streams at a time. One with an event that cannot be understood keeps the rows
     * it has: the event is parked already.
     *
     * @param derivation from the streams at hand, which are loaded, what to make of one of them
     * @param write is given what was made, by stream
     */
    public <T> void derive(
            Collection<String> streams,
            long upTo,
            Function<List<String>, Function<String, T>> derivation,
            Consumer<Map<String, T>> write) {
        List<String> all = List.copyOf(streams);
        for (int from = 0; from < all.size(); from += CHUNK) {
            List<String> chunk = all.subList(from, Math.min(from + CHUNK, all.size()));
            load(chunk, upTo);
            Function<String, T> derived = derivation.apply(chunk);
            Map<String, T> made = new LinkedHashMap<>();
            for (String stream : chunk) {
                try {
                    made.put(stream, derived.apply(stream));
                } catch (RuntimeException e) {
                    LOG.warn(
                            "What follows of {} stays as it is: {}",
                            stream,
                            ProjectionFailure.of(e).getMessage());
                }
            }
            write.accept(made);
        }
    }

    /** What counts of the statistics that the contacts of these streams refer to, where they can still be read. */
    public Map<SecretId, Statistics> statistics(List<String> contacts, PersonalParts parts) {
        List<SecretRef> refs = contacts.stream()
                .flatMap(interaction -> of(interaction).stream())
                .map(recorded -> ((InteractionEvent) recorded.event()).statistics())
                .filter(Objects::nonNull)
                .toList();
        Map<SecretId, Statistics> readable = new HashMap<>();
        parts.openAll(refs, Statistics.class)
                .forEach((id, opened) -> opened.value().ifPresent(value -> readable.put(id, value.counted())));
        return readable;
    }
}
