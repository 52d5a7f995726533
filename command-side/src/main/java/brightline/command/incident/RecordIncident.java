package brightline.command.incident;

import brightline.command.interaction.StudentContact;
import brightline.command.submission.Creates;
import brightline.events.Code;
import brightline.events.IncidentId;
import brightline.events.SchoolCode;
import brightline.events.Source;
import brightline.events.Stated;
import brightline.events.incident.OutsideReference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Records an incident with its students: all or none. Answered with {@link IncidentAnswer}.
 *
 * @param incidentId derived from the submission's key or the source's, never from who the students are
 * @param occurredAt the earliest moment of it
 * @param contacts at least one, each with an id of its own
 */
public record RecordIncident(
        IncidentId incidentId,
        SchoolCode school,
        @Nullable Code place,
        Stated inSession,
        Instant occurredAt,
        List<OutsideReference> references,
        List<StudentContact> contacts,
        Source source)
        implements Creates<IncidentAnswer> {
    public RecordIncident {
        references = List.copyOf(references);
        contacts = List.copyOf(contacts);
    }
}
