package brightline.proof.recount;

import brightline.proof.recount.Known.Assignment;
import brightline.proof.recount.Known.Officer;
import brightline.proof.recount.Known.RosterLine;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * M8: of the assignments in force on a day, those nobody has confirmed for more than 30 days, counted from their first day where nobody
 * ever has. Match: of those on either side's last list, those on both. Off the roster: of involvements on school grounds with an officer
 * who is named, those at a school the officer was not assigned to that day.
 */
final class OfficersAtSchools implements Figure {
    private static final int STALE = 30;
    private static final List<String> DIMENSIONS = List.of("school", "officer", "officerCapacity");

    @Override
    public String name() {
        return "roster";
    }

    @Override
    public boolean tellsVoided() {
        return true;
    }

    @Override
    public boolean isOfADay() {
        return true;
    }

    record Post(Officer officer, Assignment assignment) {
        String value(String dimension) {
            return switch (dimension) {
                case "school" -> assignment.school;
                case "officer" -> officer.id;
                default -> officer.capacity;
            };
        }
    }

    @Override
    public Map<List<@Nullable String>, Row> rows(Known known, List<Involvement> all, Question question) {
        Map<List<@Nullable String>, Row> rows = new LinkedHashMap<>();
        Map<List<@Nullable String>, List<Involvement>> groups = groups(all, question);
        Map<List<@Nullable String>, List<Post>> posts = posts(known, question);
        Set<List<@Nullable String>> every = new HashSet<>(groups.keySet());
        every.addAll(posts.keySet());
        for (List<@Nullable String> group : every) {
            rows.put(
                    group,
                    row(
                            known,
                            groups.getOrDefault(group, List.of()),
                            posts.getOrDefault(group, List.of()),
                            group,
                            question));
        }
        return rows;
    }

    /** Of students, until the day, where no other last day is named. */
    static List<Involvement> until(List<Involvement> those, Question question) {
        return those.stream()
                .filter(one ->
                        one.ofStudent() && (question.to() != null || !one.day().isAfter(day(question))))
                .toList();
    }

    static LocalDate day(Question question) {
        return Objects.requireNonNull(question.asOf());
    }

    /** By the groups assignments have; where involvements are grouped by what assignments have not, there are none. */
    static Map<List<@Nullable String>, List<Post>> posts(Known known, Question question) {
        Map<List<@Nullable String>, List<Post>> posts = new LinkedHashMap<>();
        if (!DIMENSIONS.containsAll(question.groupBy())) {
            return posts;
        }
        for (Officer officer : known.officers.values()) {
            for (Assignment assignment : officer.assignments) {
                Post post = new Post(officer, assignment);
                if (assignment.activeOn(day(question))
                        && DIMENSIONS.stream().allMatch(one -> isAsked(question, one, post.value(one)))) {
                    List<@Nullable String> group = new ArrayList<>();
                    question.groupBy().forEach(one -> group.add(post.value(one)));
                    posts.computeIfAbsent(group, _ -> new ArrayList<>()).add(post);
                }
            }
        }
        return posts;
    }

    private static boolean isAsked(Question question, String dimension, String value) {
        return question.filters().getOrDefault(dimension, Set.of(value)).contains(value);
    }

    private static Row row(
            Known known, List<Involvement> those, List<Post> posts, List<@Nullable String> group, Question question) {
        LocalDate day = day(question);
        long stale =
                posts.stream().filter(post -> age(known, post, day) > STALE).count();
        long never = posts.stream()
                .filter(post -> lastConfirmed(known, post, day) == null)
                .count();
        List<Involvement> until = until(those, question);
        List<Involvement> byNamed =
                until.stream().filter(one -> one.officer != null).toList();
        List<Involvement> named =
                byNamed.stream().filter(one -> one.onGrounds().equals("yes")).toList();
        long off = Figure.count(named, one -> !assigned(known, one));
        long missing = Figure.count(
                until,
                one -> !one.onGrounds().equals("no")
                        && (one.officer == null || one.onGrounds().isEmpty()));
        Row row = new Row()
                .with("count", (long) posts.size())
                .with("activeAssignments", (long) posts.size())
                .with("staleAssignments", stale)
                .with("neverConfirmed", never)
                .with("offRosterInvolvements", off)
                .with("ineligibleInvolvements", 0L)
                .share("staleness", stale, posts.size())
                .share("neverConfirmed", never, posts.size())
                .share("offRoster", off, named.size())
                .share("ineligible", 0, byNamed.size())
                .share("missing", missing, named.size() + missing);
        match(known, day, question, group, row);
        return row;
    }

    private static boolean assigned(Known known, Involvement one) {
        Officer officer = known.officers.get(one.officer);
        return officer != null
                && officer.assignments.stream()
                        .anyMatch(post -> post.school.equals(one.incident.school) && post.activeOn(one.day()));
    }

    private static long age(Known known, Post post, LocalDate day) {
        LocalDate last = lastConfirmed(known, post, day);
        return ChronoUnit.DAYS.between(last == null ? post.assignment().from : last, day);
    }

    /** By somebody, or by a list that names it. */
    private static @Nullable LocalDate lastConfirmed(Known known, Post post, LocalDate day) {
        RosterLine line = new RosterLine(post.officer().star, post.assignment().school);
        List<LocalDate> days = new ArrayList<>(post.assignment().confirmed);
        known.rosterLists
                .values()
                .forEach(lists -> lists.forEach((of, lines) -> {
                    if (lines.contains(line) && post.assignment().activeOn(of)) {
                        days.add(of);
                    }
                }));
        return days.stream()
                .filter(one -> !one.isAfter(day))
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    private static void match(Known known, LocalDate day, Question question, List<@Nullable String> group, Row row) {
        Set<RosterLine> police = list(known, "POLICE", day, question, group);
        Set<RosterLine> schools = list(known, "SCHOOL", day, question, group);
        if (police == null || schools == null) {
            row.share("match", 0, 0);
            return;
        }
        Set<RosterLine> either = new HashSet<>(police);
        either.addAll(schools);
        police.retainAll(schools);
        row.share("match", police.size(), either.size());
    }

    /** One side's last list until the day, as far as it is asked about; null where there is none, or lists have no such group. */
    private static @Nullable Set<RosterLine> list(
            Known known, String side, LocalDate day, Question question, List<@Nullable String> group) {
        var latest = known.rosterLists.getOrDefault(side, new TreeMap<>()).floorEntry(day);
        if (latest == null || !DIMENSIONS.containsAll(question.groupBy())) {
            return null;
        }
        Set<RosterLine> lines = new HashSet<>(latest.getValue());
        lines.removeIf(line -> !DIMENSIONS.stream().allMatch(one -> isAsked(question, one, value(known, line, one)))
                || !question.groupBy().stream()
                        .map(one -> value(known, line, one))
                        .toList()
                        .equals(group));
        return lines;
    }

    private static String value(Known known, RosterLine line, String dimension) {
        Officer officer = known.officers.values().stream()
                .filter(one -> one.star.equals(line.star()))
                .findFirst()
                .orElse(null);
        return switch (dimension) {
            case "school" -> line.school();
            case "officer" -> officer == null ? Question.NOT_STATED : officer.id;
            default -> officer == null ? Question.NOT_STATED : officer.capacity;
        };
    }
}
