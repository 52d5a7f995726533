package brightline.proof.recount;

import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.proof.recount.Known.Officer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * M9: of officers with an assignment in force on a day, those whose training in every required topic holds on it. Untrained: of
 * involvements with an officer who is named, those on a day on which that was not so. The course: due a year after the first assignment.
 */
final class TrainingOfOfficers implements Figure {
    private static final String COURSE = "training-topic/SRO_COURSE";

    @Override
    public String name() {
        return "training";
    }

    @Override
    public boolean tellsVoided() {
        return true;
    }

    @Override
    public boolean isOfADay() {
        return true;
    }

    @Override
    public Map<List<@Nullable String>, Row> rows(Known known, List<Involvement> all, Question question) {
        Map<List<@Nullable String>, List<Involvement>> groups = groups(all, question);
        Map<List<@Nullable String>, Set<Officer>> serving = serving(known, question);
        Set<List<@Nullable String>> every = new HashSet<>(groups.keySet());
        every.addAll(serving.keySet());
        Map<List<@Nullable String>, Row> rows = new LinkedHashMap<>();
        for (List<@Nullable String> group : every) {
            rows.put(
                    group,
                    row(known, groups.getOrDefault(group, List.of()), serving.getOrDefault(group, Set.of()), question));
        }
        return rows;
    }

    private static Map<List<@Nullable String>, Set<Officer>> serving(Known known, Question question) {
        Map<List<@Nullable String>, Set<Officer>> serving = new HashMap<>();
        OfficersAtSchools.posts(known, question)
                .forEach((group, posts) -> serving.put(
                        group,
                        posts.stream().map(OfficersAtSchools.Post::officer).collect(Collectors.toSet())));
        return serving;
    }

    private static Row row(Known known, List<Involvement> those, Set<Officer> serving, Question question) {
        LocalDate day = OfficersAtSchools.day(question);
        long current = serving.stream().filter(one -> isCurrent(one, day)).count();
        long overdue = serving.stream().filter(one -> isOverdue(one, day)).count();
        List<Involvement> until = OfficersAtSchools.until(those, question);
        List<Involvement> named =
                until.stream().filter(one -> one.officer != null).toList();
        long untrained = Figure.count(named, one -> {
            Officer officer = known.officers.get(one.officer);
            return officer == null || !isCurrent(officer, one.day());
        });
        return new Row()
                .with("count", (long) serving.size())
                .with("activeOfficers", (long) serving.size())
                .with("currentOfficers", current)
                .with("courseOverdue", overdue)
                .with("untrainedInvolvements", untrained)
                .share("current", current, serving.size())
                .share("untrained", untrained, named.size())
                .share("courseOverdue", overdue, serving.size())
                .share("missing", until.size() - named.size(), until.size());
    }

    private static boolean isCurrent(Officer officer, LocalDate day) {
        return CodeLists.standard().validOn("training-topic", day).stream()
                .filter(topic -> "yes".equals(topic.attribute("required")))
                .map(CodeEntry::key)
                .allMatch(topic -> holds(officer, topic.toString(), day));
    }

    private static boolean holds(Officer officer, String topic, LocalDate day) {
        return officer.trainings.stream()
                .anyMatch(one -> one.topic().equals(topic)
                        && !one.from().isAfter(day)
                        && (one.expires() == null || day.isBefore(one.expires())));
    }

    private static boolean isOverdue(Officer officer, LocalDate day) {
        return officer.assignments.stream()
                        .map(one -> one.from)
                        .min(Comparator.naturalOrder())
                        .filter(first -> first.plusYears(1).isBefore(day))
                        .isPresent()
                && officer.trainings.stream()
                        .noneMatch(
                                one -> one.topic().equals(COURSE) && !one.from().isAfter(day));
    }
}
