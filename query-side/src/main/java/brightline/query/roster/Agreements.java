package brightline.query.roster;

import static brightline.query.projection.Version.known;

import brightline.events.Code;
import brightline.events.code.CodeEntry;
import brightline.events.code.CodeLists;
import brightline.query.figures.FigureScope;
import brightline.query.projection.RecordRow;
import brightline.query.roster.AgreementEntry.*;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
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

    private static final RecordRow<Version> VERSION = RecordRow.of(Version.class);

    private record Of<T>(UUID agreement, int version, T what) {}

    private record Paper(UUID id, String kind, String title, List<String> parties) {}

    List<AgreementEntry> on(LocalDate asOf, FigureScope scope) {
        long horizon = scope.horizon();
        List<Of<Stretch>> stretches = rows("""
                select agreement_id, version, null::int as rule_set, from_day as "from", to_day as "to"
                  from rm.agreement_adoption s where %1$s
                union all
                select agreement_id, null, rule_set, from_day, to_day from rm.agreement_binding s where %1$s
                 order by "from"
                """.formatted(known("s")), horizon, RecordRow.of(Stretch.class));
        List<Of<RuleSetStep>> steps = rows("""
                select 0 as version, s.*, on_day as "on", from_day as "from", to_day as "to", approved_by as by
                  from rm.agreement_rule_set s
                 where known_from_index <= :horizon order by known_from_index
                """, horizon, RecordRow.of(RuleSetStep.class));
        List<Of<Acknowledgement>> acknowledged = rows("""
                select *, acknowledged_on as "on" from rm.officer_acknowledgement where known_from_index <= :horizon
                 order by acknowledged_on, officer
                """, horizon, RecordRow.of(Acknowledgement.class));
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
        return jdbc.sql("""
                        select *, agreement_id as id from rm.agreement_paper
                         where known_from_index <= :horizon order by known_from_index
                        """)
                .param("horizon", horizon)
                .query(RecordRow.of(Paper.class))
                .list();
    }

    private List<Of<Version>> versions(long horizon, LocalDate asOf) {
        List<Of<Clause>> clauses = rows(
                """
                select c.* from rm.agreement_clause c join rm.agreement_version v using (agreement_id, version)
                 where v.known_from_index <= :horizon
                """,
                horizon,
                (row, _) -> new Clause(
                        row.getString("clause"),
                        lists.find(new Code("agreement-clause", row.getString("clause")), asOf)
                                .map(CodeEntry::name)
                                .orElse(row.getString("clause")),
                        row.getString("present"),
                        row.getString("section")));
        List<Of<Sharing>> sharing = rows("""
                select s.*, s.shown_to as "to" from rm.agreement_sharing s join rm.agreement_version v using (agreement_id, version)
                 where v.known_from_index <= :horizon order by s.place
                """, horizon, RecordRow.of(Sharing.class));
        List<Of<Hearing>> hearings = rows("""
                select *, community_group as "group", heard_on as "on" from rm.agreement_hearing where known_from_index <= :horizon
                 order by heard_on, known_from_index
                """, horizon, RecordRow.of(Hearing.class));
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
                            VERSION.read(
                                    row,
                                    of(clauses, agreement, version),
                                    of(sharing, agreement, version),
                                    of(hearings, agreement, version))));
                })
                .list();
        return versions;
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

    private <T> List<Of<T>> rows(String sql, long horizon, RowMapper<T> what) {
        return jdbc.sql(sql)
                .param("horizon", horizon)
                .query((row, number) -> new Of<>(
                        row.getObject("agreement_id", UUID.class), row.getInt("version"), what.mapRow(row, number)))
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
