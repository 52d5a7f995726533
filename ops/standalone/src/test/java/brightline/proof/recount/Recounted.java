package brightline.proof.recount;

import brightline.edge.access.AccountRole;
import brightline.edge.keys.PersonalParts;
import brightline.proof.recount.Figure.Row;
import brightline.proof.recount.RawLog.Entry;
import brightline.scenarios.RunningBrightline;
import brightline.scenarios.RunningBrightline.Answer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks a running program and the raw log the same questions, and says where they differ. */
final class Recounted {
    static final String COORDINATOR = "recount-coordinator";
    static final String AUDITOR = "recount-auditor";

    private static final Set<String> TOLD = Set.of("group", "labels", "measures", "suppressed");
    private static final Set<String> HEADLINE = Set.of("numerator", "denominator", "value", "interval");
    /** A list of a day is one list of the whole district. */
    private static final String ROSTER_LISTS = "roster.";

    private static final int DETAILS = 3;

    private final Asked program;
    private final RawLog log;
    private final TreeMap<String, List<String>> differences = new TreeMap<>();
    private final Map<Question, JsonNode> remembered = new LinkedHashMap<>();
    private long compared;
    private long firstIndex;
    private @Nullable Instant knownAt;
    private long knownTo = -1;
    private @Nullable Known known;
    private final Map<List<Object>, List<Involvement>> involvements = new LinkedHashMap<>();

    /** Answers questions under {@code /api/queries/}; null where it refuses to. */
    @FunctionalInterface
    interface Asked {
        @Nullable
        JsonNode answer(String address);
    }

    Recounted(Asked program, RawLog log) {
        this.program = program;
        this.log = log;
    }

    /** A running program and its log. */
    static Recounted of(RunningBrightline brightline) {
        brightline.account(COORDINATOR, AccountRole.COORDINATOR, null);
        brightline.account(AUDITOR, AccountRole.AUDITOR, null);
        StoredLog log = new StoredLog(brightline.bean(DataSource.class), brightline.bean(PersonalParts.class));
        return new Recounted(
                address -> {
                    Answer answer = brightline.get(
                            AUDITOR,
                            "/api/queries/" + address + "&atLeastIndex="
                                    + log.entries().getLast().index());
                    return answer.status() == 200 ? answer.json() : null;
                },
                log);
    }

    /** From here on only what is recorded later is read: earlier histories have schools of their own. */
    void beginHistory() {
        List<Entry> all = log.entries();
        begin(all.isEmpty() ? 0 : all.getLast().index());
    }

    /** From here on everything is read that was ever recorded. */
    void beginDistrict() {
        begin(0);
    }

    private void begin(long index) {
        firstIndex = index;
        knownTo = -1;
    }

    /** Keeps what is answered now, to be held against what is later said to have been known then. */
    void remember(Question question, Instant moment) {
        JsonNode answer = program.answer(question.address());
        if (answer == null) {
            differs(question, "] refused", "an answer", "none");
        } else {
            remembered.put(question.knownAt(moment), answer.get("rows"));
        }
    }

    /** The past does not move: what was answered then is what is said now to have been known then. */
    void compareRemembered() {
        remembered.forEach((question, rows) -> {
            compared++;
            JsonNode answer = program.answer(question.address());
            JsonNode now = answer == null ? null : answer.get("rows");
            if (!rows.equals(now)) {
                differs(question, "] the past", rows, now);
            }
        });
        remembered.clear();
    }

    /** Single numbers that were equal or not. */
    long compared() {
        return compared;
    }

    /** Sentences on what differed, a few of each kind. */
    List<String> differences() {
        List<String> told = new ArrayList<>();
        differences.forEach((kind, each) -> {
            told.add(kind + ": " + each.size() + " times");
            each.stream().limit(DETAILS).map(one -> "    " + one).forEach(told::add);
        });
        return told;
    }

    private long newest() {
        return log.entries().getLast().index();
    }

    /** Asks both. */
    void compare(Figure figure, Question question) {
        JsonNode answer = program.answer(question.address());
        if (answer == null) {
            differs(question, "] refused", "an answer", "none");
            return;
        }
        Map<List<@Nullable String>, Row> expected = figure.rows(known(question), units(figure, question), question);
        Set<List<@Nullable String>> answered = new HashSet<>();
        for (JsonNode row : answer.get("rows")) {
            List<@Nullable String> group = new ArrayList<>();
            question.groupBy().forEach(dimension -> group.add(Said.text(row.get("group"), dimension)));
            if (!answered.add(group)) {
                differs(question, "twice " + group, 1, 2);
            }
            compare(question, group.toString(), expected.get(group), row);
        }
        figure.besideRows(units(figure, question), question)
                .forEach((pointer, value) -> equal(question, "] " + pointer, value, answer.at(pointer)));
        if (!question.groupBy().isEmpty() && !figure.isOfUnits()) {
            addUp(figure, question, expected, answer.get("notes").toString());
        }
        overrides(question, answer.get("notes"));
        expected.forEach((group, row) -> {
            if (!answered.contains(group) && !isNothing(row)) {
                differs(question, "row " + group, row.fields + " " + row.measures, "none");
            }
        });
    }

    /** Where some number of all groups together is more than of the whole, the notes say that it may be. */
    private void addUp(Figure figure, Question question, Map<List<@Nullable String>, Row> groups, String notes) {
        Row whole = figure.rows(known(question), units(figure, question), question.groupedBy())
                .get(List.<@Nullable String>of());
        if (whole == null) {
            return;
        }
        whole.fields.forEach((field, value) -> {
            long sum = groups.values().stream()
                    .map(row -> row.fields.get(field))
                    .mapToLong(one -> one instanceof Long number ? number : 0)
                    .sum();
            if (value instanceof Long number
                    && sum > number
                    && !notes.contains("in each of them")
                    && !notes.contains("add up to more")) {
                differs(question, "] adds up to more, and no note says so: " + field, number, sum);
            }
        });
    }

    /** Every answer says of how many contacts in it a reviewer decided otherwise than the rules; of a day, of those until then. */
    private void overrides(Question question, JsonNode notes) {
        Question pool = question.figure().equals(Question.FUNNELS)
                ? question.without(question.groupBy().getFirst())
                : question;
        List<Involvement> those = involvements(question).stream()
                .filter(one -> !one.isVoided() && one.ofStudent() && pool.holds(one))
                .toList();
        long overridden = Figure.count(
                question.asOf() == null ? those : OfficersAtSchools.until(those, question),
                one -> one.override() != null);
        String expected = overridden == 0
                ? "no word of overrides"
                : overridden == 1
                        ? "The class of 1 contact here was overridden by a reviewer."
                        : "The classes of %,d contacts here were overridden by reviewers.".formatted(overridden);
        compared++;
        boolean said = overridden == 0
                ? !notes.toString().contains("overridden by")
                : notes.toString().contains(expected);
        if (!said) {
            differs(question, "] overrides", expected, notes);
        }
    }

    /** The units as known at the moment the question names. */
    List<Involvement> involvements(Question question) {
        Known then = known(question);
        return involvements.computeIfAbsent(
                List.of(question.ruleSet(), question.reviewed()),
                _ -> Involvement.all(then, question.ruleSet(), question.reviewed()));
    }

    private List<Involvement> units(Figure figure, Question question) {
        return figure.isOfRecords()
                ? Involvement.ofRecords(known(question), question.ruleSet(), question.reviewed())
                : involvements(question);
    }

    private Known known(Question question) {
        long newest = newest();
        Known then = known;
        if (then == null || knownTo != newest || !Objects.equals(knownAt, question.knownAt())) {
            then = Known.of(
                    log.knownAt(question.knownAt()).stream()
                            .filter(entry ->
                                    entry.index() > firstIndex || entry.name().startsWith(ROSTER_LISTS))
                            .toList(),
                    log);
            known = then;
            knownTo = newest;
            knownAt = question.knownAt();
            involvements.clear();
        }
        return then;
    }

    private static boolean isNothing(Row row) {
        return row.fields.values().stream().allMatch(value -> value == null || value.equals(0L))
                && row.measures.values().stream().allMatch(share -> share.denominator() == 0);
    }

    private void compare(Question question, String where, @Nullable Row expected, JsonNode row) {
        if (expected == null) {
            row.properties().forEach(field -> {
                if (field.getValue().isIntegralNumber() && field.getValue().asLong() != 0) {
                    differs(question, "row " + where, "none", row);
                }
            });
            return;
        }
        expected.fields.forEach((field, value) ->
                equal(question, where + " " + field, value, field.startsWith("/") ? row.at(field) : row.get(field)));
        equal(question, where + " suppressed: inside the room nothing is", false, row.get("suppressed"));
        Set<String> deeper = expected.fields.keySet().stream()
                .filter(field -> field.startsWith("/"))
                .map(field -> field.split("/", -1)[1])
                .collect(Collectors.toSet());
        expected.measures.forEach((measure, share) -> {
            JsonNode told = row.path("measures").path(measure);
            String at = where + " " + measure;
            number(question, at + " numerator", share.numerator(), told.get("numerator"));
            number(question, at + " denominator", share.denominator(), told.get("denominator"));
            number(question, at + " value", share.value(), told.get("value"));
            List<BigDecimal> interval = share.interval();
            number(
                    question,
                    at + " low",
                    interval == null ? null : interval.getFirst(),
                    told.path("interval").get(0));
            number(
                    question,
                    at + " high",
                    interval == null ? null : interval.getLast(),
                    told.path("interval").get(1));
        });
        row.propertyNames().forEach(field -> {
            if (!expected.fields.containsKey(field)
                    && !deeper.contains(field)
                    && !TOLD.contains(field)
                    && !HEADLINE.contains(field)) {
                differs(question, "not recomputed: " + field, "nothing", row.get(field));
            }
        });
        row.path("measures").propertyNames().forEach(measure -> {
            if (!expected.measures.containsKey(measure)) {
                differs(
                        question,
                        "not recomputed: " + measure,
                        "nothing",
                        row.path("measures").get(measure));
            }
        });
    }

    private void equal(Question question, String what, @Nullable Object expected, @Nullable JsonNode told) {
        if (expected instanceof String || expected instanceof Boolean) {
            compared++;
            if (told == null || !expected.toString().equals(told.asString())) {
                differs(question, what, expected, told);
            }
        } else if (expected == null && told != null && told.isString()) {
            differs(question, what, null, told);
        } else {
            number(question, what, expected, told);
        }
    }

    private void number(Question question, String what, @Nullable Object expected, @Nullable JsonNode told) {
        compared++;
        BigDecimal answered = told == null || told.isNull() || told.isMissingNode() ? null : told.decimalValue();
        BigDecimal right = expected == null ? null : new BigDecimal(expected.toString());
        if (right == null ? answered != null : answered == null || right.compareTo(answered) != 0) {
            differs(question, what, right, answered);
        }
    }

    private void differs(Question question, String what, @Nullable Object expected, @Nullable Object answered) {
        String field = what.substring(what.indexOf(']') + 1);
        differences
                .computeIfAbsent(
                        question.figure() + " by " + question.groupBy() + " filtered by "
                                + question.filters().keySet() + field,
                        _ -> new ArrayList<>())
                .add(question.address() + " " + what + ": expected " + expected + ", answered " + answered);
    }
}
