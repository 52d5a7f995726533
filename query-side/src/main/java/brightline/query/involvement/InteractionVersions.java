package brightline.query.involvement;

import brightline.edge.keys.PersonalPart.Statistics;
import brightline.events.IncidentId;
import brightline.events.SecretId;
import brightline.events.incident.IncidentEvent;
import brightline.events.incident.IncidentEvent.IncidentLinked;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionRecord;
import brightline.query.projection.Recorded;
import brightline.query.projection.Streams;
import brightline.query.projection.Version;
import java.util.ArrayList;
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

    /**
     * All versions of the interaction, the earliest first; none while nothing is known of its incident.
     *
     * @throws RuntimeException if one of its events cannot be understood: the event is then parked already
     */
    List<Version<List<InvolvementFact>>> of(String interaction) {
        List<Recorded> own = streams.of(interaction);
        if (own.isEmpty()) {
            return List.of();
        }
        String incident =
                interactionUpTo(own, own.getLast().index()).incidentId().toString();
        List<Recorded> all = new ArrayList<>(own);
        all.addAll(streams.of(incident));
        all.addAll(linked(incident));
        all.addAll(zones.changes());
        return Version.of(Version.changes(all), change -> factsAt(own, streams.of(incident), change.index()));
    }

    /** Null while there are none. */
    private @Nullable List<InvolvementFact> factsAt(List<Recorded> own, List<Recorded> incidentEvents, long index) {
        InteractionRecord record = interactionOrNull(own, index);
        IncidentRecord incident = incidentUpTo(incidentEvents, index);
        if (record == null || incident == null) {
            return null;
        }
        List<InvolvementFact> facts = derivation.facts(
                record,
                incident,
                primaryOf(incident.incidentId(), index),
                own.getFirst().recordedAt(),
                zones.at(index),
                student(record));
        return facts.isEmpty() ? null : facts;
    }

    private @Nullable Statistics student(InteractionRecord record) {
        return record.statistics() == null
                ? null
                : statistics.get(record.statistics().secretId());
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
