package brightline.query.roster;

import static brightline.query.projection.Version.known;

import brightline.events.Code;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was asked of officers on each day, as known at an index of the log: training topics and eligibility rules. Where the agency set
 * nothing for a day, the shipped lists hold as they are marked; their sources and how sure they are stand there.
 */
final class ProgrammeRules {
    /** The Illinois course an officer has to take within a year of the first assignment (105 ILCS 5/10-20.68). */
    static final String COURSE = "training-topic/SRO_COURSE";

    private static final LocalDate SHIPPED = LocalDate.of(2018, 1, 1);

    private final List<Period> periods;
    private final CodeLists lists;

    private ProgrammeRules(List<Period> periods, CodeLists lists) {
        this.periods = List.copyOf(periods);
        this.lists = lists;
    }

    /**
     * Days with the same rules.
     *
     * @param from null for the beginning of time
     * @param end first day with others; null for none
     * @param topics names by code, both as {@code list/code}
     * @param eligibility rules that are applied
     */
    record Period(
            @Nullable LocalDate from, @Nullable LocalDate end, Map<String, String> topics, List<String> eligibility) {
        boolean covers(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (end == null || day.isBefore(end));
        }

        /** First and last bound as SQL literals, the last one excluded. */
        String bounds() {
            return "date '" + (from == null ? "-infinity" : from) + "', date '" + (end == null ? "infinity" : end)
                    + "'";
        }
    }

    static ProgrammeRules at(long horizon, JdbcClient jdbc, CodeLists lists) {
        Map<LocalDate, Map<String, String>> topics = new LinkedHashMap<>();
        Map<LocalDate, List<String>> eligibility = new HashMap<>();
        jdbc.sql("""
                        select from_day, kind, code, name from rm.programme_rule r where %s
                         order by from_day, kind, code
                        """.formatted(known("r")))
                .param("horizon", horizon)
                .query((row, _) -> {
                    LocalDate from = row.getObject("from_day", LocalDate.class);
                    String code = row.getString("code");
                    Map<String, String> names = topics.computeIfAbsent(from, _ -> new LinkedHashMap<>());
                    switch (row.getString("kind")) {
                        case "TOPIC" -> names.put(code, Objects.requireNonNullElse(row.getString("name"), ""));
                        case "ELIGIBILITY" ->
                            eligibility
                                    .computeIfAbsent(from, _ -> new ArrayList<>())
                                    .add(code);
                        default -> {
                            // The day alone says that nothing else is asked.
                        }
                    }
                    return from;
                })
                .list();
        List<LocalDate> days = new ArrayList<>(topics.keySet());
        List<Period> periods = new ArrayList<>();
        periods.add(shipped(lists, days.isEmpty() ? null : days.getFirst()));
        for (int i = 0; i < days.size(); i++) {
            LocalDate from = days.get(i);
            periods.add(new Period(
                    from,
                    i + 1 < days.size() ? days.get(i + 1) : null,
                    named(topics.getOrDefault(from, Map.of()), lists),
                    eligibility.getOrDefault(from, List.of())));
        }
        return new ProgrammeRules(periods, lists);
    }

    private static Period shipped(CodeLists lists, @Nullable LocalDate end) {
        Map<String, String> topics = new LinkedHashMap<>();
        required(lists, "training-topic")
                .forEach(entry -> topics.put(entry.key().toString(), entry.name()));
        return new Period(
                null,
                end,
                topics,
                required(lists, "eligibility-rule")
                        .map(entry -> entry.key().toString())
                        .toList());
    }

    private static Stream<CodeEntry> required(CodeLists lists, String list) {
        return lists.validOn(list, SHIPPED).stream().filter(entry -> "yes".equals(entry.attribute("required")));
    }

    private static Map<String, String> named(Map<String, String> topics, CodeLists lists) {
        Map<String, String> names = new LinkedHashMap<>();
        topics.forEach((code, name) -> names.put(code, name.isEmpty() ? name(lists, code) : name));
        return names;
    }

    private static String name(CodeLists lists, String code) {
        return lists.find(Code.of(code), SHIPPED).map(CodeEntry::name).orElse(code);
    }

    List<Period> periods() {
        return periods;
    }

    Period on(LocalDate day) {
        return periods.stream().filter(period -> period.covers(day)).findFirst().orElseThrow();
    }

    /** The shipped row of an eligibility rule. */
    CodeEntry eligibilityRule(String code) {
        return lists.find(Code.of("eligibility-rule/" + code), SHIPPED).orElseThrow();
    }

    /** What a reader has to know of the rules applied on a day. */
    List<String> remarks(LocalDate day) {
        return on(day).eligibility().stream()
                .flatMap(code -> lists.find(Code.of(code), SHIPPED).stream())
                .map(rule -> "Eligibility rule applied: %s (%s).".formatted(rule.name(), rule.verification()))
                .toList();
    }

    /** What a reader has to know of the topics asked for on a day. */
    List<String> topicRemarks(LocalDate day) {
        long unsure = on(day).topics().keySet().stream()
                .flatMap(code -> lists.find(Code.of(code), SHIPPED).stream())
                .filter(topic -> topic.verification().contains("unverified"))
                .count();
        return unsure == 0
                ? List.of()
                : List.of(("%d of the topics asked for are taken from the consent decree from memory, unverified;"
                                + " the agency's own rules replace them.")
                        .formatted(unsure));
    }
}
