package brightline.query.involvement;

import brightline.edge.keys.PersonalParts;
import brightline.events.agency.AgencyEvent;
import brightline.events.agency.AgencyEvent.SettingsChanged;
import brightline.events.incident.IncidentEvent;
import brightline.events.incident.IncidentEvent.IncidentLinked;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.InteractionOpened;
import brightline.query.projection.LogReader;
import brightline.query.projection.ProjectionBatch;
import brightline.query.projection.Recorded;
import brightline.query.projection.Streams;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Notes which streams grew, then derives the facts of every interaction they touch. */
final class InvolvementBatch implements ProjectionBatch {
    private final FactDerivation derivation;
    private final LogReader log;
    private final PersonalParts parts;
    private final InvolvementTables tables;
    private final long before;
    private final Streams streams;
    private final Set<String> interactions = new LinkedHashSet<>();
    private final Set<String> incidents = new LinkedHashSet<>();
    private final Set<String> linked = new LinkedHashSet<>();
    private final List<Recorded> entries = new ArrayList<>();
    private boolean agencyChanged;
    private @Nullable Zones zones;

    InvolvementBatch(
            FactDerivation derivation, LogReader log, PersonalParts parts, InvolvementTables tables, long before) {
        this.derivation = derivation;
        this.log = log;
        this.parts = parts;
        this.tables = tables;
        this.before = before;
        this.streams = new Streams(log, before);
    }

    @Override
    public void handle(Recorded recorded) {
        switch (recorded.event()) {
            case InteractionEvent _ -> {
                streams.grow(
                        recorded,
                        events -> derivation.check(
                                InteractionVersions.interactionUpTo(events, recorded.index()),
                                zones(before).latest()));
                interactions.add(recorded.stream());
            }
            case IncidentEvent event -> {
                streams.grow(recorded, events -> InteractionVersions.incidentUpTo(events, recorded.index()));
                incidents.add(recorded.stream());
                if (event instanceof IncidentLinked) {
                    linked.add(recorded.stream());
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
        incidents.addAll(tables.leadingTo(linked));
        Set<String> affected = new LinkedHashSet<>(interactions);
        affected.addAll(interactionsOf(incidents, position));
        if (everything) {
            affected.addAll(tables.allInteractions());
        }
        streams.derive(affected, position, chunk -> versions(chunk, position)::of, tables::replace);
    }

    private Set<String> interactionsOf(Collection<String> touched, long position) {
        Set<String> found = new LinkedHashSet<>();
        streams.derive(
                touched,
                position,
                _ -> incident -> InteractionVersions.incidentUpTo(streams.of(incident), position),
                incidents -> incidents.values().stream()
                        .filter(Objects::nonNull)
                        .flatMap(incident -> incident.interactions().stream())
                        .forEach(interaction -> found.add(interaction.toString())));
        return found;
    }

    private InteractionVersions versions(List<String> chunk, long position) {
        loadIncidents(chunk, position);
        return new InteractionVersions(derivation, streams, zones(position), streams.statistics(chunk, parts));
    }

    /** Their incidents, and those these were linked to, however far. */
    private void loadIncidents(List<String> chunk, long position) {
        Set<String> wanted = chunk.stream()
                .flatMap(interaction -> streams.of(interaction).stream())
                .map(Recorded::event)
                .filter(InteractionOpened.class::isInstance)
                .map(opened -> ((InteractionOpened) opened).incidentId().toString())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> seen = new HashSet<>();
        while (!wanted.isEmpty()) {
            streams.load(wanted, position);
            seen.addAll(wanted);
            wanted = wanted.stream()
                    .flatMap(incident -> streams.of(incident).stream())
                    .map(Recorded::event)
                    .filter(IncidentLinked.class::isInstance)
                    .map(link -> ((IncidentLinked) link).primary().toString())
                    .filter(primary -> !seen.contains(primary))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
    }
}
