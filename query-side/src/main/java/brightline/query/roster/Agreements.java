package brightline.query.roster;

import static brightline.query.projection.Version.known;

import brightline.events.Code;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.query.figures.FigureScope;
import brightline.query.roster.AgreementEntry.*;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Agreements with everything known of them. */
@Component
final class Agreements {
    private final JdbcClient jdbc;
    private final CodeLists lists = CodeLists.standard();

    Agreements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Of<T>(UUID agreement, int version, T what) {}

    private record Paper(UUID id, String kind, String title, List<String> parties) {}

    List<AgreementEntry> on(LocalDate asOf, FigureScope scope) {
        long horizon = scope.horizon();
        List<Of<Stretch>> stretches = rows(
                """
                select agreement_id, 0 as version, version as in_effect, null::int as rule_set, from_day, to_day
                  from rm.agreement_adoption s where %1$s
                union all
                select agreement_id, 0, null, rule_set, from_day, to_day from rm.agreement_binding s where %1$s
                 order by from_day
                """.formatted(known("s")),
                horizon,
                row -> new Stretch(
                        row.getObject("in_effect", Integer.class),
                        row.getObject("rule_set", Integer.class),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class)));
        List<Of<RuleSetStep>> steps = rows("""
                select 0 as version, s.* from rm.agreement_rule_set s
                 where known_from_index <= :horizon order by known_from_index
                """, horizon, Agreements::step);
        List<Of<Acknowledgement>> acknowledged = rows(
                """
                select * from rm.officer_acknowledgement where known_from_index <= :horizon
                 order by acknowledged_on, officer
                """,
                horizon,
                row -> new Acknowledgement(
                        row.getObject("officer", UUID.class),
                        row.getInt("version"),
                        row.getObject("acknowledged_on", LocalDate.class)));
        List<Of<Version>> versions = versions(horizon, asOf);
        List<UUID> assigned = assigned(asOf, horizon);
        return papers(horizon).stream()
                .map(paper -> entry(
                        paper,
                        asOf,
                        of(stretches, paper.id()),
                        of(versions, paper.id()),
                        of(steps, paper.id()),
                        of(acknowledged, paper.id()).stream()
                                .filter(one -> !one.on().isAfter(asOf))
                                .toList(),
                        assigned))
                .toList();
    }

    private static AgreementEntry entry(
            Paper paper,
            LocalDate asOf,
            List<Stretch> stretches,
            List<Version> versions,
            List<RuleSetStep> steps,
            List<Acknowledgement> acknowledged,
            List<UUID> assigned) {
        Stretch binding =
                covering(stretches.stream().filter(one -> one.ruleSet() != null).toList(), asOf);
        Stretch effect =
                covering(stretches.stream().filter(one -> one.version() != null).toList(), asOf);
        Integer inEffect = effect == null ? null : effect.version();
        Version shown = versions.stream()
                .filter(one -> inEffect == null || one.version() <= inEffect)
                .reduce((_, later) -> later)
                .orElse(null);
        List<String> missing = shown == null
                ? List.of()
                : shown.clauses().stream()
                        .filter(clause -> !"YES".equals(clause.present()))
                        .map(Clause::clause)
                        .toList();
        List<UUID> without = binding == null && effect == null
                ? List.of()
                : assigned.stream()
                        .filter(officer -> acknowledged.stream()
                                .noneMatch(one -> one.officer().equals(officer)
                                        && (inEffect == null || one.version() == inEffect)))
                        .toList();
        return new AgreementEntry(
                paper.id(),
                paper.kind(),
                paper.title(),
                paper.parties(),
                binding != null,
                binding == null ? null : binding.ruleSet(),
                inEffect,
                missing,
                stretches,
                versions,
                steps,
                acknowledged,
                without);
    }

    private static @Nullable Stretch covering(List<Stretch> stretches, LocalDate day) {
        return stretches.stream().filter(one -> one.covers(day)).findFirst().orElse(null);
    }

    private List<Paper> papers(long horizon) {
        return jdbc.sql("select * from rm.agreement_paper where known_from_index <= :horizon order by known_from_index")
                .param("horizon", horizon)
                .query((row, _) -> new Paper(
                        row.getObject("agreement_id", UUID.class),
                        row.getString("kind"),
                        row.getString("title"),
                        Rosters.texts(row.getArray("parties"))))
                .list();
    }

    private List<Of<Version>> versions(long horizon, LocalDate asOf) {
        List<Of<Clause>> clauses = rows(
                """
                select c.* from rm.agreement_clause c join rm.agreement_version v using (agreement_id, version)
                 where v.known_from_index <= :horizon
                """,
                horizon,
                row -> new Clause(
                        row.getString("clause"),
                        lists.find(new Code("agreement-clause", row.getString("clause")), asOf)
                                .map(CodeEntry::name)
                                .orElse(row.getString("clause")),
                        row.getString("present"),
                        row.getString("section")));
        List<Of<Sharing>> sharing = rows(
                """
                select s.* from rm.agreement_sharing s join rm.agreement_version v using (agreement_id, version)
                 where v.known_from_index <= :horizon order by s.place
                """,
                horizon,
                row -> new Sharing(row.getString("records"), row.getString("shown_to"), row.getString("basis")));
        List<Of<Hearing>> hearings = rows(
                """
                select * from rm.agreement_hearing where known_from_index <= :horizon
                 order by heard_on, known_from_index
                """,
                horizon,
                row -> new Hearing(
                        row.getString("community_group"),
                        row.getObject("heard_on", LocalDate.class),
                        row.getString("changed")));
        List<Of<Version>> versions = new ArrayList<>();
        jdbc.sql("""
                        select * from rm.agreement_version where known_from_index <= :horizon order by agreement_id, version
                        """)
                .param("horizon", horizon)
                .query((row, _) -> {
                    UUID agreement = row.getObject("agreement_id", UUID.class);
                    int version = row.getInt("version");
                    return versions.add(new Of<>(
                            agreement,
                            version,
                            new Version(
                                    version,
                                    row.getObject("written_on", LocalDate.class),
                                    Rosters.texts(row.getArray("parties")),
                                    of(clauses, agreement, version),
                                    of(sharing, agreement, version),
                                    of(hearings, agreement, version))));
                })
                .list();
        return versions;
    }

    private static RuleSetStep step(ResultSet row) throws SQLException {
        return new RuleSetStep(
                row.getInt("rule_set"),
                row.getString("step"),
                row.getObject("on_day", LocalDate.class),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getObject("involvements", Long.class),
                row.getObject("changed", Long.class),
                row.getString("approved_by"));
    }

    /** Officers with an assignment on the day. */
    List<UUID> assigned(LocalDate asOf, long horizon) {
        return jdbc.sql("""
                        select distinct a.officer from rm.roster_assignment a
                         where a.first_day <= :day and (a.last_day is null or a.last_day >= :day) and %s order by 1
                        """.formatted(known("a")))
                .param("day", asOf)
                .param("horizon", horizon)
                .query(UUID.class)
                .list();
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<Of<T>> rows(String sql, long horizon, RowReader<T> reader) {
        return jdbc.sql(sql)
                .param("horizon", horizon)
                .query((row, _) ->
                        new Of<>(row.getObject("agreement_id", UUID.class), row.getInt("version"), reader.read(row)))
                .list();
    }

    private static <T> List<T> of(List<Of<T>> all, UUID agreement) {
        return all.stream()
                .filter(one -> one.agreement().equals(agreement))
                .map(Of::what)
                .toList();
    }

    private static <T> List<T> of(List<Of<T>> all, UUID agreement, int version) {
        return of(all.stream().filter(one -> one.version() == version).toList(), agreement);
    }
}
