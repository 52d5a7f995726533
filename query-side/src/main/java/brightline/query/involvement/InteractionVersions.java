package brightline.query.involvement;

import brightline.edge.keys.PersonalPart.Statistics;
import brightline.events.IncidentId;
import brightline.events.InteractionId;
import brightline.events.SecretId;
import brightline.events.StudentId;
import brightline.events.incident.IncidentEvent;
import brightline.events.incident.IncidentEvent.*;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionRecord;
import brightline.query.projection.Recorded;
import brightline.query.projection.Streams;
import brightline.query.projection.Version;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The versions of one interaction's facts, from the streams they come from. What one submission recorded is one version, known
 * from the last of its events; a submission that changes no fact makes none. What is recorded of the same student in the same
 * incident, or in one that is linked to it, has its part in them.
 */
final class InteractionVersions {
    private final FactDerivation derivation;
    private final Streams streams;
    private final Zones zones;
    private final LinkedIncidents groups;
    private final Map<SecretId, Statistics> statistics;
    private final OneStudent students;

    /** @param statistics what of the students' statistics can be read */
    InteractionVersions(
            FactDerivation derivation,
            Streams streams,
            Zones zones,
            LinkedIncidents groups,
            Map<SecretId, Statistics> statistics,
            OneStudent students) {
        this.derivation = derivation;
        this.streams = streams;
        this.zones = zones;
        this.groups = groups;
        this.statistics = statistics;
        this.students = students;
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
        Set<String> group = groups.of(incident);
        List<String> others = othersOfTheStudent(interaction, group);
        List<Recorded> all = new ArrayList<>(own);
        others.forEach(other -> all.addAll(streams.of(other)));
        group.forEach(one -> all.addAll(streams.of(one)));
        all.addAll(zones.changes());
        Set<StudentId> among = new HashSet<>(students.of(own));
        others.forEach(other -> among.addAll(students.of(streams.of(other))));
        return Version.of(Version.changes(all), change -> factsAt(interaction, others, among, change.index()));
    }

    /** Interactions of the group's incidents under a pseudonym that this one was ever under, or about a student that this one ever was. */
    private List<String> othersOfTheStudent(String interaction, Set<String> group) {
        Set<String> names = pseudonyms(interaction);
        Set<StudentId> persons = students.of(streams.of(interaction));
        if (names.isEmpty()) {
            return List.of();
        }
        return group.stream()
                .flatMap(incident -> interactionsOf(streams.of(incident)))
                .filter(other -> !other.equals(interaction)
                        && (!Collections.disjoint(names, pseudonyms(other))
                                || !Collections.disjoint(persons, students.of(streams.of(other)))))
                .distinct()
                .toList();
    }

    private Set<String> pseudonyms(String interaction) {
        return streams.of(interaction).stream()
                .map(recorded -> ((InteractionEvent) recorded.event()).statistics())
                .filter(Objects::nonNull)
                .map(ref -> statistics.get(ref.secretId()))
                .filter(Objects::nonNull)
                .map(Statistics::pseudonym)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /** The interactions that an incident's events name. */
    static Stream<String> interactionsOf(List<Recorded> incidentEvents) {
        return incidentEvents.stream()
                .map(recorded -> (IncidentEvent) recorded.event())
                .flatMap(event -> switch (event) {
                    case IncidentOpened opened -> opened.interactions().stream().map(InteractionId::toString);
                    case InteractionAdded added ->
                        Stream.of(added.interactionId().toString());
                    case SchoolCorrected _, SurroundingsCorrected _, IncidentLinked _ -> Stream.empty();
                });
    }

    /** Null while there are none. */
    private @Nullable List<InvolvementFact> factsAt(
            String interaction, List<String> others, Set<StudentId> among, long index) {
        ContactRecord told = told(interaction, among, index);
        if (told == null) {
            return null;
        }
        List<ContactRecord> known = others.stream()
                .map(other -> toldIfReadable(other, among, index))
                .filter(Objects::nonNull)
                .toList();
        List<InvolvementFact> facts = derivation.facts(told, told.among(known), zones.at(index));
        return facts.isEmpty() ? null : facts;
    }

    private @Nullable ContactRecord told(String interaction, Set<StudentId> among, long index) {
        List<Recorded> own = streams.of(interaction);
        InteractionRecord record = interactionOrNull(own, index);
        IncidentRecord incident = record == null
                ? null
                : incidentUpTo(streams.of(record.incidentId().toString()), index);
        if (record == null || incident == null) {
            return null;
        }
        IncidentRecord counted =
                incidentUpTo(streams.of(primaryOf(incident.incidentId(), index).toString()), index);
        return new ContactRecord(
                record,
                incident,
                counted == null ? incident : counted,
                own.getFirst().index(),
                own.getFirst().recordedAt(),
                student(record),
                persons(record, among, zones.at(index)));
    }

    private Set<StudentId> persons(InteractionRecord record, Set<StudentId> among, ZoneId zone) {
        Statistics student = student(record);
        return student == null || student.pseudonym() == null
                ? Set.of()
                : students.named(
                        student.pseudonym(), record.occurredAt().atZone(zone).toLocalDate(), among);
    }

    /** A record with an event that cannot be understood is parked, and no reason to keep another one from counting. */
    private @Nullable ContactRecord toldIfReadable(String interaction, Set<StudentId> among, long index) {
        try {
            return told(interaction, among, index);
        } catch (RuntimeException _) {
            return null;
        }
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
