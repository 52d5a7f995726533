package brightline.query.involvement;

import brightline.edge.keys.PersonalParts;
import brightline.edge.keys.StudentIndex;
import brightline.events.agency.AgencyEvent;
import brightline.events.agency.AgencyEvent.SettingsChanged;
import brightline.events.incident.IncidentEvent;
import brightline.events.incident.IncidentEvent.IncidentLinked;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.InteractionOpened;
import brightline.events.interaction.InteractionRecord;
import brightline.query.projection.LogReader;
import brightline.query.projection.ProjectionBatch;
import brightline.query.projection.Recorded;
import brightline.query.projection.Streams;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Notes which streams grew, then derives the facts of every interaction they touch. */
final class InvolvementBatch implements ProjectionBatch {
    private final FactDerivation derivation;
    private final LogReader log;
    private final PersonalParts parts;
    private final StudentIndex index;
    private final InvolvementTables tables;
    private final long before;
    private final Streams streams;
    private final Map<String, InteractionRecord> folded = new HashMap<>();
    private final Set<String> interactions = new LinkedHashSet<>();
    private final Set<String> incidents = new LinkedHashSet<>();
    private final List<Recorded> entries = new ArrayList<>();
    private boolean agencyChanged;
    private @Nullable Zones zones;

    InvolvementBatch(
            FactDerivation derivation,
            LogReader log,
            PersonalParts parts,
            StudentIndex index,
            InvolvementTables tables,
            long before) {
        this.derivation = derivation;
        this.log = log;
        this.parts = parts;
        this.index = index;
        this.tables = tables;
        this.before = before;
        this.streams = new Streams(log, before);
    }

    @Override
    public void handle(Recorded recorded) {
        switch (recorded.event()) {
            case InteractionEvent _ -> {
                streams.grow(recorded, this::check);
                interactions.add(recorded.stream());
            }
            case IncidentEvent event -> {
                streams.grow(recorded, events -> InteractionVersions.incidentUpTo(events, recorded.index()));
                incidents.add(recorded.stream());
                if (event instanceof IncidentLinked) {
                    entries.add(recorded);
                }
            }
            case AgencyEvent event -> {
                entries.add(recorded);
                agencyChanged |= event instanceof SettingsChanged;
            }
            default -> entries.add(recorded);
        }
        streams.saw(recorded);
    }

    /** Each event of the batch is folded once, onto what those before it gave. */
    private void check(List<Recorded> events) {
        Recorded last = events.getLast();
        InteractionRecord known = folded.get(last.stream());
        InteractionRecord record = known == null
                ? InteractionVersions.interactionUpTo(events, last.index())
                : InteractionRecord.evolve(known, (InteractionEvent) last.event());
        if (!Objects.equals(record, known)) {
            derivation.check(record, zones(before).latest());
        }
        folded.put(last.stream(), record);
    }

    private Zones zones(long upTo) {
        Zones read = zones;
        if (read == null) {
            read = new Zones(
                    log.streams(List.of(AgencyEvent.STREAM), upTo).getOrDefault(AgencyEvent.STREAM, List.of()));
            zones = read;
        }
        return read;
    }

    @Override
    public void flush(long position) {
        tables.writeEntries(entries);
        streams.settle();
        boolean everything = false;
        if (agencyChanged) {
            int known = zones(before).changes().size();
            zones = null;
            everything = streams.sawAgain() || zones(position).changes().size() > known;
        }
        incidents.addAll(incidentsOf(interactions, position));
        LinkedIncidents groups = linked(incidents, position);
        Set<String> touched = new LinkedHashSet<>();
        incidents.forEach(incident -> touched.addAll(groups.of(incident)));
        Set<String> affected = new LinkedHashSet<>(interactions);
        affected.addAll(interactionsOf(touched, position));
        if (everything) {
            affected.addAll(tables.allInteractions());
        }
        streams.derive(affected, position, chunk -> versions(chunk, position)::of, tables::replace);
    }

    private Set<String> incidentsOf(Collection<String> grown, long position) {
        Set<String> found = new LinkedHashSet<>();
        streams.derive(
                grown,
                position,
                _ -> interaction -> streams.of(interaction),
                byInteraction -> byInteraction
                        .values()
                        .forEach(events -> incidents(events).forEach(found::add)));
        return found;
    }

    private static Stream<String> incidents(List<Recorded> interactionEvents) {
        return interactionEvents.stream()
                .map(Recorded::event)
                .filter(InteractionOpened.class::isInstance)
                .map(opened -> ((InteractionOpened) opened).incidentId().toString());
    }

    private Set<String> interactionsOf(Collection<String> touched, long position) {
        Set<String> found = new LinkedHashSet<>();
        streams.derive(
                touched,
                position,
                _ -> incident -> streams.of(incident),
                byIncident -> byIncident
                        .values()
                        .forEach(events ->
                                InteractionVersions.interactionsOf(events).forEach(found::add)));
        return found;
    }

    /** With everything loaded that is recorded of the same incidents: another record may tell of the same student. */
    private InteractionVersions versions(List<String> chunk, long position) {
        Set<String> own = new LinkedHashSet<>();
        chunk.forEach(interaction -> incidents(streams.of(interaction)).forEach(own::add));
        LinkedIncidents groups = linked(own, position);
        Set<String> contacts = new LinkedHashSet<>(chunk);
        Set<String> linked = new LinkedHashSet<>();
        own.forEach(incident -> {
            Set<String> group = groups.of(incident);
            List<String> ofGroup = group.stream()
                    .flatMap(one -> InteractionVersions.interactionsOf(streams.of(one)))
                    .toList();
            contacts.addAll(ofGroup);
            if (group.size() > 1) {
                linked.addAll(ofGroup);
            }
        });
        streams.load(contacts, position);
        return new InteractionVersions(
                derivation,
                streams,
                zones(position),
                groups,
                streams.statistics(List.copyOf(contacts), parts),
                new OneStudent(index, linked.stream().map(streams::of).toList()));
    }

    /** Loads the incidents with those they were linked to and those that were linked to them, however far. */
    private LinkedIncidents linked(Collection<String> wanted, long position) {
        LinkedIncidents groups = new LinkedIncidents();
        Set<String> seen = new HashSet<>();
        Set<String> open = new LinkedHashSet<>(wanted);
        while (!open.isEmpty()) {
            open.addAll(tables.leadingTo(open));
            open.removeAll(seen);
            streams.load(open, position);
            seen.addAll(open);
            Set<String> primaries = new LinkedHashSet<>();
            for (String incident : open) {
                for (Recorded recorded : streams.of(incident)) {
                    if (recorded.event() instanceof IncidentLinked link) {
                        groups.add(incident, link.primary());
                        primaries.add(link.primary().toString());
                    }
                }
            }
            primaries.removeAll(seen);
            open = primaries;
        }
        return groups;
    }
}
