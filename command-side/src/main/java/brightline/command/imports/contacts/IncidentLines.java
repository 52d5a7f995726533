package brightline.command.imports.contacts;

import brightline.command.imports.contacts.SourceKeys.Known;
import brightline.command.imports.file.Answers;
import brightline.command.imports.file.ImportStatus;
import brightline.command.imports.file.ImportStatus.Rejection;
import brightline.command.imports.file.SourceKey;
import brightline.command.incident.SourcedIncidents;
import brightline.command.incident.SourcedIncidents.Joined;
import brightline.events.Code;
import brightline.events.IncidentId;
import brightline.events.Stated;
import brightline.events.incident.OutsideReference;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether the lines of one incident say one thing of it: an incident is at one school, and which of two lines is right nobody can tell.
 */
@Component
final class IncidentLines {
    private final SourcedIncidents incidents;
    private final SourceKeys keys;

    IncidentLines(SourcedIncidents incidents, SourceKeys keys) {
        this.incidents = incidents;
        this.keys = keys;
    }

    /**
     * Takes away those of a chunk's lines that say of their incident something else than a line before them; rejects them, each naming such
     * a line.
     *
     * @param standing lines that say what was recorded, and so come before all others
     * @param lines each of another student of its incident, by the hash of its key
     * @return the keys of those taken away
     */
    static Set<String> agree(
            Collection<ImportedContact> standing, Map<String, ImportedContact> lines, Answers answers) {
        Map<SourceKey, Told> told = new HashMap<>();
        for (ImportedContact contact : standing) {
            told.computeIfAbsent(contact.incidentKey(), _ -> new Told(contact)).otherwise(contact);
        }
        Set<String> rejected = new HashSet<>();
        lines.forEach((key, contact) -> {
            String otherwise = told.computeIfAbsent(contact.incidentKey(), _ -> new Told(contact))
                    .otherwise(contact);
            if (otherwise != null) {
                answers.reject(new Rejection(contact.line(), null, otherwise));
                rejected.add(key);
            }
        });
        lines.keySet().removeAll(rejected);
        return rejected;
    }

    /** What the lines so far say of an incident, and on which line. */
    private static final class Told {
        private final ImportedContact first;
        private ImportedContact placed;
        private ImportedContact timed;

        Told(ImportedContact first) {
            this.first = first;
            this.placed = first;
            this.timed = first;
        }

        /** Null where the line says nothing else; then it is one of those that told. */
        @Nullable
        String otherwise(ImportedContact contact) {
            if (!contact.school().equals(first.school())) {
                return by("stands at another school", first.line());
            }
            Code place = placed.place();
            if (place != null && contact.place() != null && !place.equals(contact.place())) {
                return by("stands at another place", placed.line());
            }
            if (timed.inSession() != Stated.MISSING
                    && contact.inSession() != Stated.MISSING
                    && timed.inSession() != contact.inSession()) {
                return by("says otherwise whether school was in session", timed.line());
            }
            placed = place == null ? contact : placed;
            timed = timed.inSession() == Stated.MISSING ? contact : timed;
            return null;
        }
    }

    private static String by(String how, long line) {
        return "the incident " + how + " on line " + line;
    }

    /**
     * Leaves those that say of an incident what was recorded of it, or of one that begins what the lines before them say; rejects the
     * others, whose keys stay free.
     *
     * @param fresh by the hash of their keys, none of which was recorded before
     * @return the last sequence numbers of the incidents of which the lines tell more than was recorded
     */
    Map<IncidentId, Long> join(ImportStatus status, Map<String, ImportedContact> fresh, Answers answers) {
        Map<String, Known> recorded = keys.known(
                status.format(),
                status.importId(),
                fresh.values().stream()
                        .map(contact -> contact.incidentKey().hash())
                        .collect(Collectors.toSet()));
        Map<IncidentId, Long> versions = new HashMap<>();
        Map<String, Rejection> rejected = new LinkedHashMap<>();
        Map<String, ImportedContact> begun = new LinkedHashMap<>();
        fresh.forEach((key, contact) -> {
            Known known = recorded.get(contact.incidentKey().hash());
            if (known == null) {
                begun.put(key, contact);
                return;
            }
            IncidentId id = contact.incidentId();
            Joined joined =
                    incidents.join(id, contact.school(), contact.place(), contact.inSession(), contact.references());
            Rejection rejection = rejection(contact, joined, known, status);
            if (rejection != null) {
                rejected.put(key, rejection);
                return;
            }
            versions.put(id, joined.version());
        });
        rejected.values().forEach(answers::reject);
        Set<String> refused = new HashSet<>(rejected.keySet());
        refused.addAll(agree(List.of(), begun, answers));
        fresh.keySet().removeAll(refused);
        keys.release(status.format(), refused);
        return versions;
    }

    /** Null for none. */
    private static @Nullable Rejection rejection(
            ImportedContact contact, Joined joined, Known known, ImportStatus status) {
        String otherwise = joined.otherwise();
        if (otherwise != null) {
            String reason = status.importId().equals(known.lastImport())
                    ? by(otherwise, known.line())
                    : "the incident " + otherwise + " in the record there is of it";
            return new Rejection(contact.line(), null, reason);
        }
        OutsideReference unknown = joined.unknown();
        return unknown == null
                ? null
                : new Rejection(
                        contact.line(),
                        unknown.kind().code().toLowerCase(Locale.ROOT),
                        "is none of the numbers its incident was taken in with");
    }
}
