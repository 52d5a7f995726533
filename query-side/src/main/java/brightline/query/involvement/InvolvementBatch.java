package brightline.query.involvement;

import brightline.edge.keys.PersonalPart.Statistics;
import brightline.edge.keys.PersonalParts;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.agency.AgencyEvent;
import brightline.events.agency.AgencyEvent.SettingsChanged;
import brightline.events.incident.IncidentEvent;
import brightline.events.incident.IncidentEvent.IncidentLinked;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionEvent.InteractionOpened;
import brightline.events.interaction.InteractionRecord;
import brightline.query.projection.LogReader;
import brightline.query.projection.ProjectionBatch;
import brightline.query.projection.ProjectionFailure;
import brightline.query.projection.Recorded;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes which streams grew, then derives the facts of every interaction they touch. */
final class InvolvementBatch implements ProjectionBatch {
    private static final Logger LOG = LoggerFactory.getLogger(InvolvementBatch.class);
    private static final int CHUNK = 500;

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
    private long first = Long.MAX_VALUE;
    private boolean agencyChanged;
    private @Nullable Zones zones;

    InvolvementBatch(
            FactDerivation derivation, LogReader log, PersonalParts parts, InvolvementTables tables, long before) {
        this.derivation = derivation;
        this.log = log;
        this.parts = parts;
        this.tables = tables;
        this.before = before;
        this.streams = new Streams(log);
    }

    @Override
    public void handle(Recorded recorded) {
        switch (recorded.event()) {
            case InteractionEvent event -> handle(recorded, event);
            case IncidentEvent event -> handle(recorded, event);
            case AgencyEvent event -> {
                entries.add(recorded);
                agencyChanged |= event instanceof SettingsChanged;
            }
            default -> entries.add(recorded);
        }
        first = Math.min(first, recorded.index());
    }

    private void handle(Recorded recorded, InteractionEvent event) {
        List<Recorded> earlier = streams.before(recorded);
        if (!streams.has(recorded)) {
            InteractionRecord record = null;
            for (Recorded one : earlier) {
                record = InteractionRecord.evolve(record, (InteractionEvent) one.event());
            }
            derivation.check(
                    InteractionRecord.evolve(record, event), zones(before).latest());
            streams.add(recorded);
        }
        interactions.add(recorded.stream());
    }

    private void handle(Recorded recorded, IncidentEvent event) {
        List<Recorded> earlier = streams.before(recorded);
        if (!streams.has(recorded)) {
            IncidentRecord.evolve(InteractionVersions.incidentUpTo(earlier, recorded.index()), event);
            streams.add(recorded);
        }
        incidents.add(recorded.stream());
        if (event instanceof IncidentLinked) {
            linked.add(recorded.stream());
            entries.add(recorded);
        }
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
        if (first <= before) {
            streams.forget();
        }
        boolean everything = false;
        if (agencyChanged) {
            int known = zones(before).changes().size();
            zones = null;
            everything = first <= before || zones(position).changes().size() > known;
        }
        incidents.addAll(tables.leadingTo(linked));
        Set<String> affected = new LinkedHashSet<>(interactions);
        affected.addAll(interactionsOf(incidents, position));
        if (everything) {
            affected.addAll(tables.allInteractions());
        }
        List<String> all = List.copyOf(affected);
        for (int from = 0; from < all.size(); from += CHUNK) {
            derive(all.subList(from, Math.min(from + CHUNK, all.size())), position);
        }
    }

    private Set<String> interactionsOf(Collection<String> touched, long position) {
        streams.load(touched, position);
        Set<String> found = new LinkedHashSet<>();
        for (String incident : touched) {
            IncidentRecord record = understood(incident, position);
            if (record != null) {
                record.interactions().forEach(interaction -> found.add(interaction.toString()));
            }
        }
        return found;
    }

    private @Nullable IncidentRecord understood(String incident, long position) {
        try {
            return InteractionVersions.incidentUpTo(streams.of(incident), position);
        } catch (RuntimeException e) {
            skipped(incident, e);
            return null;
        }
    }

    private void derive(List<String> chunk, long position) {
        streams.load(chunk, position);
        loadIncidents(chunk, position);
        InteractionVersions versions = new InteractionVersions(derivation, streams, zones(position), statistics(chunk));
        Map<String, List<FactVersion>> derived = new LinkedHashMap<>();
        for (String interaction : chunk) {
            try {
                derived.put(interaction, versions.of(interaction));
            } catch (RuntimeException e) {
                skipped(interaction, e);
            }
        }
        tables.replace(derived);
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

    private Map<SecretId, Statistics> statistics(List<String> chunk) {
        List<SecretRef> refs = chunk.stream()
                .flatMap(interaction -> streams.of(interaction).stream())
                .map(recorded -> ((InteractionEvent) recorded.event()).statistics())
                .filter(java.util.Objects::nonNull)
                .toList();
        Map<SecretId, Statistics> readable = new HashMap<>();
        parts.openAll(refs, Statistics.class)
                .forEach((id, opened) -> opened.value().ifPresent(value -> readable.put(id, value)));
        return readable;
    }

    /** A stream with a parked event keeps the rows it has. */
    private static void skipped(String stream, RuntimeException e) {
        LOG.warn(
                "The facts of {} stay as they are: {}",
                stream,
                ProjectionFailure.of(e).getMessage());
    }
}
