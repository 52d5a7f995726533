package brightline.command.incident;

import brightline.command.submission.Streams;
import brightline.events.IncidentId;
import org.springframework.stereotype.Component;

/** Which incidents there are, for those who refer to one. */
@Component
public final class KnownIncidents {
    private final Streams streams;

    KnownIncidents(Streams streams) {
        this.streams = streams;
    }

    /** Whether an incident is recorded under that id. */
    public boolean has(IncidentId incident) {
        return streams.version(incident.toString(), Incident.class).isPresent();
    }
}
