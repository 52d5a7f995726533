package brightline.proof;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What has to be there before the example of a command can be accepted. Commands are named by their path under
 * {@code /api/commands/} or {@code /api/queries/}, one of several examples by its name behind a {@code #}; what comes before is sent by its own example too.
 */
final class BeforeExamples {
    /** Later than whatever the examples tell. */
    private static final Instant USUALLY = Instant.parse("2026-03-21T18:00:00Z");

    /** Recorded on another day than the rest, because something later in the same story has a day of its own. */
    private static final Map<String, Instant> RECORDED =
            Map.of("interactions/{id}/subject-corrections", Instant.parse("2026-03-09T15:00:00Z"));

    /** Sent before, on the same thing; where they are about another kind of thing, on that which the thing itself is about. */
    private static final Map<String, List<String>> EARLIER = Map.ofEntries(
            before("agency/coordinators/end", "agency/coordinators"),
            before("agreements/{id}/adoptions", "agreements/{id}/versions"),
            before("agreements/{id}/community-input", "agreements/{id}/versions"),
            before("agreements/{id}/end", "agreements/{id}/versions", "agreements/{id}/adoptions"),
            before(
                    "agreements/{id}/rule-sets/approvals",
                    "agreements/{id}/rule-sets/proposals",
                    "agreements/{id}/rule-sets/tests"),
            before("agreements/{id}/rule-sets/tests", "agreements/{id}/rule-sets/proposals"),
            before("disclosures/{id}/notices", "interactions/{id}/subject-corrections"),
            before("clashes/{id}/reopening", "clashes/{id}/decision"),
            before("diversions/{id}/breach", "diversions/{id}/station-adjustment"),
            before("diversions/{id}/extension", "diversions/{id}/station-adjustment"),
            before("officers/{id}/assignments/confirmations", "officers/{id}/assignments"),
            before("officers/{id}/assignments/end", "officers/{id}/assignments"),
            before("officers/{id}/assignments/post", "officers/{id}/assignments"),
            before("officers/{id}/assignments/withdrawals", "officers/{id}/assignments"),
            before("officers/{id}/complaints/assessments", "officers/{id}/complaints"),
            before("officers/{id}/complaints/findings", "officers/{id}/complaints"),
            before("officers/{id}/trainings/withdrawals", "officers/{id}/trainings"),
            before("referrals/{id}/hand-back", "referrals/{id}/acceptance"),
            before("referrals/{id}/unlink", "referrals/{id}/link"),
            before("requests/{id}/statement", "requests/{id}/decision"),
            before("students/{id}/numbers/end", "students/{id}/numbers"),
            before("students/{id}/partings", "students/{id}/joins"));

    /** On things that another command makes than the one of their own name, or another example of it. */
    private static final Map<String, String> MADE_BY = Map.of(
            "interactions", "incidents",
            "diversions/{id}/start", "diversions#Restorative circle",
            "diversions/{id}/completion", "diversions#Restorative circle");

    /** On an import that is being read: one of an example is over before anybody could stop it, and is set back. */
    static final Set<String> WHILE_READ = Set.of("imports/{id}/stop", "imports/{id}/resume");

    /** Other names of the same kind of thing in a path. */
    private static final Map<String, String> ALSO_CALLED = Map.of("cases", "interactions", "counterparts", "incidents");

    /** The next one can be made once a command has ended the one there is. */
    static final Set<String> ONE_AT_A_TIME = Set.of("replays");

    /** What no command makes. */
    private static final Map<String, Opened> OPENED = Map.of(
            "reviews", new Opened("interactions", List.of(), "reviews?interaction={interactions}", "reviewId"),
            "clashes", new Opened("students", List.of(), "clashes?state=OPEN", "clashId"),
            "deadlines",
                    new Opened(
                            "interactions",
                            List.of("interactions/{id}/corrections"),
                            "deadlines?interaction={interactions}",
                            "deadlineId"));

    /** Has an item once the desk has seen what came before. */
    private static final Map<String, String> AWAITED =
            Map.of("disclosures/{id}/notices", "disclosures?notice=DUE&interaction={interactions}");

    /** Their document names, by its number, another thing of the kind that they are about. */
    static final Set<String> OF_ANOTHER = Set.of("students/{id}/joins");

    /** Where a field names a thing, what kind of thing. */
    private static final Map<String, String> KINDS = Map.of(
            "primary", "incidents",
            "incident", "incidents",
            "interaction", "interactions",
            "agreement", "agreements");

    /** What only one thing can have. */
    static final Set<String> TAKEN_ONCE = Set.of("code", "username", "starNumber", "number");

    private BeforeExamples() {}

    /**
     * A thing that the desk opens by itself.
     *
     * @param on kind of the thing that makes it do so
     * @param earlier what has to happen to that
     * @param question finds it, under {@code /api/queries/}
     * @param field its id in the answer's items
     */
    record Opened(String on, List<String> earlier, String question, String field) {}

    private static Map.Entry<String, List<String>> before(String command, String... earlier) {
        return Map.entry(command, Arrays.asList(earlier));
    }

    /** The kind of thing that a command or query with a variable in its path is about. */
    static String about(String command) {
        String name = command.substring(0, command.indexOf('/'));
        return ALSO_CALLED.getOrDefault(name, name);
    }

    static Instant recorded(String command) {
        return RECORDED.getOrDefault(command, USUALLY);
    }

    static List<String> earlier(String command) {
        return EARLIER.getOrDefault(command, List.of());
    }

    /** The command that makes the thing which a command is about. */
    static String maker(String command, String kind) {
        return MADE_BY.getOrDefault(command, MADE_BY.getOrDefault(kind, kind));
    }

    /** @return null for what commands make */
    static @Nullable Opened opened(String kind) {
        return OPENED.get(kind);
    }

    /** @return null where there is nothing to wait for */
    static @Nullable String awaited(String command) {
        return AWAITED.get(command);
    }

    /** @return null for a field that names no thing which an example could make */
    static @Nullable String kind(String field) {
        return KINDS.get(field);
    }

    /** Every command that something is said of here, so that nothing is said of one that is no more. */
    static Set<String> mentioned() {
        Set<String> mentioned = new TreeSet<>();
        mentioned.addAll(RECORDED.keySet());
        EARLIER.forEach((command, earlier) -> {
            mentioned.add(command);
            mentioned.addAll(earlier);
        });
        MADE_BY.values().forEach(command -> mentioned.add(command.replaceFirst("#.*", "")));
        OPENED.values().forEach(opened -> mentioned.addAll(opened.earlier()));
        mentioned.addAll(AWAITED.keySet());
        mentioned.addAll(OF_ANOTHER);
        mentioned.addAll(WHILE_READ);
        return mentioned;
    }
}
