package brightline.query.roster;

import static brightline.query.projection.Version.known;

import brightline.events.Code;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.query.figures.FigureScope;
import brightline.query.projection.RecordRow;
import brightline.query.roster.TrainingEntry.Topic;
import brightline.query.roster.TrainingEntry.TopicState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The officers of a day with their training. */
@Component
final class Trainings {
    private static final RecordRow<Held> HELD = RecordRow.of(Held.class);

    private final JdbcClient jdbc;
    private final CodeLists lists = CodeLists.standard();

    Trainings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A completion or waiver. */
    private record Held(
            LocalDate heldFrom,
            @Nullable LocalDate expiresOn,
            boolean waived,
            @Nullable String number) {
        boolean on(LocalDate day) {
            return expiresOn == null || day.isBefore(expiresOn);
        }
    }

    List<TrainingEntry> on(LocalDate asOf, FigureScope scope, ProgrammeRules rules) {
        Map<UUID, Map<String, List<Held>>> held = held(scope, asOf);
        String day = RosterRows.day(asOf);
        return jdbc.sql(scope.factsTable() + ", " + RosterRows.of(scope, asOf)
                        + """
                        select x.officer, x.name, x.star_number, x.officer_capacity,
                               array_agg(distinct x.school) as schools, %s as untrained,
                               (select min(a.first_day) from rm.roster_assignment a
                                 where a.officer = x.officer and %s) as first_assigned
                          from active x group by x.officer, x.name, x.star_number, x.officer_capacity
                         order by x.name, x.officer
                        """.formatted(new StandingSql(rules).untrained("x.officer", day), known("a")))
                .params(scope.parameters())
                .query((row, _) -> {
                    UUID officer = row.getObject("officer", UUID.class);
                    Map<String, List<Held>> own = held.getOrDefault(officer, Map.of());
                    List<String> missing = Rosters.texts(row.getArray("untrained"));
                    LocalDate first = row.getObject("first_assigned", LocalDate.class);
                    LocalDate due = first.plusYears(1);
                    LocalDate done = own.getOrDefault(ProgrammeRules.COURSE, List.of()).stream()
                            .map(Held::heldFrom)
                            .findFirst()
                            .orElse(null);
                    return new TrainingEntry(
                            officer,
                            row.getString("name"),
                            row.getString("star_number"),
                            row.getString("officer_capacity"),
                            Rosters.texts(row.getArray("schools")),
                            missing.isEmpty(),
                            missing,
                            first,
                            due,
                            done,
                            done == null && asOf.isAfter(due),
                            topics(own, rules.on(asOf).topics(), asOf));
                })
                .list();
    }

    private List<Topic> topics(Map<String, List<Held>> own, Map<String, String> required, LocalDate asOf) {
        Set<String> codes = new LinkedHashSet<>(required.keySet());
        codes.addAll(own.keySet());
        List<Topic> topics = new ArrayList<>();
        for (String code : codes) {
            List<Held> entries = own.getOrDefault(code, List.of());
            Held shown = entries.stream()
                    .filter(one -> one.on(asOf))
                    .reduce((_, later) -> later)
                    .orElse(entries.isEmpty() ? null : entries.getLast());
            String name = required.get(code);
            topics.add(new Topic(
                    code,
                    name == null ? name(code, asOf) : name,
                    name != null,
                    shown == null ? TopicState.MISSING : shown.on(asOf) ? TopicState.CURRENT : TopicState.EXPIRED,
                    shown == null ? null : shown.heldFrom(),
                    shown == null ? null : shown.expiresOn(),
                    shown != null && shown.waived(),
                    shown == null ? null : shown.number()));
        }
        return topics;
    }

    private String name(String code, LocalDate day) {
        return lists.find(Code.of(code), day).map(CodeEntry::name).orElse(code);
    }

    /** By officer and topic, the earliest first. */
    private Map<UUID, Map<String, List<Held>>> held(FigureScope scope, LocalDate asOf) {
        Map<UUID, Map<String, List<Held>>> held = new HashMap<>();
        jdbc.sql("""
                        select * from rm.officer_training t where t.held_from <= :day and %s order by t.held_from
                        """.formatted(known("t")))
                .param("horizon", scope.horizon())
                .param("day", asOf)
                .query((row, _) -> held.computeIfAbsent(row.getObject("officer", UUID.class), _ -> new TreeMap<>())
                        .computeIfAbsent(row.getString("topic"), _ -> new ArrayList<>())
                        .add(HELD.read(row)))
                .list();
        return held;
    }
}
