package brightline.query.projection;

import java.time.Instant;

/**
 * An event as the log holds it.
 *
 * @param index its place in the one total order
 * @param recordedAt database time at append
 * @param stream the stream it stands in
 * @param sequence its place in that stream, from 0
 * @param submission what was recorded in one transaction carries the same; the event's own id where nothing was said
 * @param actor the account that acted; empty where nothing was said
 */
public record Recorded(
        long index,
        Instant recordedAt,
        String eventId,
        String stream,
        long sequence,
        String submission,
        String actor,
        Object event) {}
