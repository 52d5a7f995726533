package brightline.query.involvement;

import brightline.edge.keys.PersonalPart.Statistics;
import brightline.events.IncidentId;
import brightline.events.SecretId;
import brightline.events.incident.IncidentEvent;
import brightline.events.incident.IncidentEvent.IncidentLinked;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionRecord;
import brightline.query.involvement.InvolvementFact.StudentStatistics;
import brightline.query.projection.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one interaction's facts, from the streams they come from. What one submission recorded is one version, known
 * from the last of its events; a submission that changes no fact makes none.
 */
final class InteractionVersions {
    private final FactDerivation derivation;
    private final Streams streams;
    private final Zones zones;
    private final Map<SecretId, Statistics> statistics;

    /** @param statistics what of the students' statistics can be read */
    InteractionVersions(FactDerivation derivation, Streams streams, Zones zones, Map<SecretId, Statistics> statistics) {
        this.derivation = derivation;
        this.streams = streams;
        this.zones = zones;
        this.statistics = statistics;
    }

    private record Change(long index, Instant at) {}

    /**
     * All versions of the interaction, the earliest first; none while nothing is known of its incident.
     *
     * @throws RuntimeException if one of its events cannot be understood: the event is then parked already
     */
    List<FactVersion> of(String interaction) {
        List<Recorded> own = streams.of(interaction);
        if (own.isEmpty()) {
            return List.of();
        }
        String incident =
                interactionUpTo(own, own.getLast().index()).incidentId().toString();
        List<FactVersion> versions = new ArrayList<>();
        for (Change change : changes(own, streams.of(incident), linked(incident))) {
            List<InvolvementFact> facts = factsAt(own, streams.of(incident), change.index());
            FactVersion last = versions.isEmpty() ? null : versions.getLast();
            if (facts.isEmpty() || last != null && last.facts().equals(facts)) {
                continue;
            }
            if (last != null) {
                versions.set(versions.size() - 1, last.until(change.index(), change.at()));
            }
            versions.add(new FactVersion(facts, change.index(), change.at(), null, null));
        }
        return versions;
    }

    private List<Change> changes(List<Recorded> own, List<Recorded> incident, List<Recorded> links) {
        Map<String, Change> bySubmission = new HashMap<>();
        List<Recorded> all = new ArrayList<>(own);
        all.addAll(incident);
        all.addAll(links);
        all.addAll(zones.changes());
        for (Recorded recorded : all) {
            bySubmission.merge(
                    recorded.submission(),
                    new Change(recorded.index(), recorded.recordedAt()),
                    (one, other) -> one.index() > other.index() ? one : other);
        }
        return bySubmission.values().stream()
                .sorted(Comparator.comparingLong(Change::index))
                .toList();
    }

    private List<InvolvementFact> factsAt(List<Recorded> own, List<Recorded> incidentEvents, long index) {
        InteractionRecord record = interactionOrNull(own, index);
        IncidentRecord incident = incidentUpTo(incidentEvents, index);
        if (record == null || incident == null) {
            return List.of();
        }
        return derivation.facts(
                record,
                incident,
                primaryOf(incident.incidentId(), index),
                own.getFirst().recordedAt(),
                zones.at(index),
                student(record));
    }

    private StudentStatistics student(InteractionRecord record) {
        Statistics read = record.statistics() == null
                ? null
                : statistics.get(record.statistics().secretId());
        return read == null ? StudentStatistics.UNKNOWN : FactDerivation.student(read);
    }

    /** Follows the links as known then; a circle ends where it closes. */
    private IncidentId primaryOf(IncidentId incident, long index) {
        Set<IncidentId> seen = new HashSet<>();
        IncidentId at = incident;
        while (seen.add(at)) {
            IncidentRecord record = incidentUpTo(streams.of(at.toString()), index);
            if (record == null || record.primary() == null || seen.contains(record.primary())) {
                return at;
            }
            at = record.primary();
        }
        return at;
    }

    /** The links of the incidents this one leads to, which may lead further. */
    private List<Recorded> linked(String incident) {
        List<Recorded> links = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(incident));
        List<String> open = new ArrayList<>(List.of(incident));
        while (!open.isEmpty()) {
            for (Recorded recorded : streams.of(open.removeLast())) {
                if (recorded.event() instanceof IncidentLinked link) {
                    links.add(recorded);
                    if (seen.add(link.primary().toString())) {
                        open.add(link.primary().toString());
                    }
                }
            }
        }
        return links;
    }

    static InteractionRecord interactionUpTo(List<Recorded> events, long index) {
        InteractionRecord record = interactionOrNull(events, index);
        if (record == null) {
            throw new IllegalStateException("No event of the interaction up to index " + index);
        }
        return record;
    }

    private static @Nullable InteractionRecord interactionOrNull(List<Recorded> events, long index) {
        InteractionRecord record = null;
        for (Recorded recorded : events) {
            if (recorded.index() <= index) {
                record = InteractionRecord.evolve(record, (InteractionEvent) recorded.event());
            }
        }
        return record;
    }

    static @Nullable IncidentRecord incidentUpTo(List<Recorded> events, long index) {
        IncidentRecord record = null;
        for (Recorded recorded : events) {
            if (recorded.index() <= index) {
                record = IncidentRecord.evolve(record, (IncidentEvent) recorded.event());
            }
        }
        return record;
    }
}
