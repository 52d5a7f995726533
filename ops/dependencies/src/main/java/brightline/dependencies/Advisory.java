package brightline.dependencies;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A published fault and the versions that have it, in the words of the Open Source Vulnerability format (ossf.github.io/osv-schema).
 * Versions are ordered as Maven orders them.
 *
 * @param aliases other names, such as the CVE
 * @param modified when it was last changed
 * @param withdrawn taken back by who published it
 */
record Advisory(
        String id, List<String> aliases, String summary, Instant modified, boolean withdrawn, List<Affected> affected) {
    private static final String ECOSYSTEM = "Maven";

    /** @param library {@code group:name} */
    record Affected(String library, List<String> versions, List<List<Event>> ranges) {}

    /** Where along the versions the fault comes or goes. */
    record Event(Kind kind, ComparableVersion version) {
        enum Kind {
            INTRODUCED("introduced"),
            LAST_AFFECTED("last_affected"),
            FIXED("fixed");

            private final String member;

            Kind(String member) {
                this.member = member;
            }
        }
    }

    /** @throws IllegalArgumentException when it is not of that format */
    static Advisory of(JsonNode document) {
        List<Affected> affected = new ArrayList<>();
        for (JsonNode one : document.path("affected")) {
            // "Maven:URL" names another repository than the central one: better one finding too many.
            if (one.path("package")
                    .path("ecosystem")
                    .asString("")
                    .split(":", 2)[0]
                    .equals(ECOSYSTEM)) {
                affected.add(new Affected(
                        text(one.path("package"), "name"), texts(one.path("versions")), ranges(one.path("ranges"))));
            }
        }
        return new Advisory(
                text(document, "id"),
                texts(document.path("aliases")),
                document.path("summary").asString(""),
                Instant.parse(text(document, "modified")),
                document.has("withdrawn"),
                affected);
    }

    private static List<List<Event>> ranges(JsonNode ranges) {
        List<List<Event>> read = new ArrayList<>();
        for (JsonNode range : ranges) {
            if (text(range, "type").equals("ECOSYSTEM")) {
                List<Event> events = new ArrayList<>();
                for (JsonNode event : range.path("events")) {
                    for (Event.Kind kind : Event.Kind.values()) {
                        if (event.has(kind.member)) {
                            events.add(new Event(kind, new ComparableVersion(text(event, kind.member))));
                        }
                    }
                }
                events.sort(Comparator.comparing(Event::version).thenComparing(Event::kind));
                read.add(events);
            }
        }
        return read;
    }

    private static String text(JsonNode node, String member) {
        String text = node.path(member).asString("");
        if (text.isEmpty()) {
            throw new IllegalArgumentException("it has no " + member);
        }
        return text;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asString("")));
        return texts;
    }

    boolean affects(String library, String version) {
        return !withdrawn
                && affected.stream()
                        .anyMatch(one -> one.library().equals(library)
                                && (one.versions().contains(version)
                                        || one.ranges().stream().anyMatch(range -> within(range, version))));
    }

    private static boolean within(List<Event> range, String version) {
        ComparableVersion asked = new ComparableVersion(version);
        boolean within = false;
        for (Event event : range) {
            int after = asked.compareTo(event.version());
            switch (event.kind()) {
                case INTRODUCED -> within = after >= 0 || within;
                case FIXED -> within = after < 0 && within;
                case LAST_AFFECTED -> within = after <= 0 && within;
            }
        }
        return within;
    }

    /** The first version after the given one that no longer has the fault; null when none is named. */
    @Nullable
    String fixedAfter(String library, String version) {
        ComparableVersion asked = new ComparableVersion(version);
        return affected.stream()
                .filter(one -> one.library().equals(library))
                .flatMap(one -> one.ranges().stream())
                .flatMap(List::stream)
                .filter(event ->
                        event.kind() == Event.Kind.FIXED && event.version().compareTo(asked) > 0)
                .map(Event::version)
                .min(Comparator.naturalOrder())
                .map(ComparableVersion::toString)
                .orElse(null);
    }
}
