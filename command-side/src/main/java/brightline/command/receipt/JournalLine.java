package brightline.command.receipt;

import brightline.edge.store.AppendedEvents.AppendedEvent;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * One accepted submission as the journal keeps it. Holds ids and hashes only.
 *
 * @param submission its id, as in the metadata of its events
 * @param at when it was written down, by this machine's clock
 * @param events all it recorded, in order
 * @param receipt what its sender was given
 */
record JournalLine(String submission, Instant at, List<AppendedEvent> events, String receipt) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    JournalLine {
        events = List.copyOf(events);
    }

    /** One line of JSON, without its end. */
    String text() {
        return JSON.writeValueAsString(this);
    }

    /** @throws tools.jackson.core.JacksonException if it is not a line of a journal */
    static JournalLine read(String text) {
        return JSON.readValue(text, JournalLine.class);
    }
}
