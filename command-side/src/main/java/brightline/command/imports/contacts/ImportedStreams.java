package brightline.command.imports.contacts;

import brightline.events.IncidentId;
import brightline.events.incident.IncidentEvent.IncidentOpened;
import brightline.events.incident.IncidentEvent.InteractionAdded;
import brightline.events.interaction.InteractionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/**
 * Appends imported facts as the streams they begin or go on with. What a file says is recorded as it stands, no rule decides
 * about it, so no aggregate is built for it: all of a chunk goes to the log in one batch. Used for one chunk.
 */
final class ImportedStreams {
    private final EventStore log;
    private final List<EventMessage<?>> chunk = new ArrayList<>();

    ImportedStreams(EventStore log) {
        this.log = log;
    }

    void incident(IncidentOpened opened) {
        add("Incident", opened.incidentId().toString(), 0, opened);
    }

    /**
     * Adds to incidents recorded by earlier chunks or files.
     *
     * @param corrected the last sequence numbers of those that were corrected in this chunk
     */
    void addedTo(Map<IncidentId, List<InteractionAdded>> added, Map<IncidentId, Long> corrected) {
        added.forEach((incident, events) -> {
            long stored = log.lastSequenceNumberFor(incident.toString()).orElseThrow();
            long next = Math.max(stored, corrected.getOrDefault(incident, stored)) + 1;
            for (InteractionAdded event : events) {
                add("Incident", incident.toString(), next++, event);
            }
        });
    }

    void interaction(List<InteractionEvent> facts) {
        for (int i = 0; i < facts.size(); i++) {
            add("Interaction", facts.get(i).interactionId().toString(), i, facts.get(i));
        }
    }

    private void add(String type, String stream, long sequence, Object event) {
        chunk.add(new GenericDomainEventMessage<>(type, stream, sequence, event));
    }

    void append() {
        log.publish(chunk);
    }
}
