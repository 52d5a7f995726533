package brightline.query.audit;

import static brightline.query.projection.Version.known;

import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.events.Code;
import brightline.events.code.CodeLists;
import brightline.events.incident.IncidentEvent;
import brightline.events.interaction.InteractionEvent;
import brightline.events.interaction.InteractionRecord;
import brightline.query.audit.CaseTimeline.*;
import brightline.query.audit.CaseTimeline.Found;
import brightline.query.caseload.CaseFlag;
import brightline.query.caseload.CaseloadProjection;
import brightline.query.figures.AgreementTerm;
import brightline.query.figures.FigureEngine;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureScope;
import brightline.query.figures.ReferenceEntries;
import brightline.query.projection.Horizons;
import brightline.query.projection.LogReader;
import brightline.query.projection.RecordRow;
import brightline.query.projection.Recorded;
import brightline.query.question.AsKnownOn;
import brightline.query.question.Conditions;
import brightline.query.question.Order;
import brightline.query.question.Paging.Stretch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Cases, found and told. */
@Component
public final class Cases {
    private static final RecordRow<Found> FOUND = RecordRow.of(Found.class);
    private static final RecordRow<Involvement> INVOLVEMENT = RecordRow.of(Involvement.class);

    private static final Order LATEST =
            Order.latestFirst().byMoment("occurred_at").byId("interaction_id");

    private final FigureEngine engine;
    private final ReferenceEntries entries;
    private final Horizons horizons;
    private final JdbcClient jdbc;
    private final LogReader log;

    public Cases(FigureEngine engine, ReferenceEntries entries, Horizons horizons, JdbcClient jdbc, LogReader log) {
        this.log = log;
        this.engine = engine.alsoReading(CaseloadProjection.NAME);
        this.entries = entries;
        this.horizons = horizons;
        this.jdbc = jdbc;
    }

    /**
     * A case as known at a moment.
     *
     * @param asKnownOn null for now
     * @param onlyOfficer a case this officer has no part in is not found; null for any
     * @throws ProblemException 404 if nothing of it was known then; 409 {@code not-yet} as for figures
     */
    public CaseTimeline timeline(UUID interaction, @Nullable AsKnownOn asKnownOn, @Nullable UUID onlyOfficer) {
        if (asKnownOn != null && !horizons.awaitBriefly(TimelineProjection.NAME, engine.horizonOf(asKnownOn))) {
            throw new ProblemException(FigureEngine.notYet());
        }
        return engine.read(FigureQuestion.ALL.asKnownOn(asKnownOn), scope -> told(interaction, scope, onlyOfficer));
    }

    private CaseTimeline told(UUID interaction, FigureScope scope, @Nullable UUID onlyOfficer) {
        UUID incident = incidentOf(interaction, scope.horizon(), onlyOfficer);
        CaseNames names = CaseNames.plain(entries.schools(scope.horizon()), entries.officers(scope.horizon()));
        List<Involvement> involvements = involvements(interaction, scope, names.schools(), names.officers());
        return new CaseTimeline(
                interaction,
                incident,
                scope.horizon(),
                lines(interaction, incident, scope.horizon(), names),
                involvements,
                facts(interaction, incident, scope, names),
                involvements.isEmpty()
                        ? null
                        : agreementOn(scope, involvements.getFirst().occurredOn()),
                flags(interaction, scope));
    }

    private List<CaseStory.Known> facts(UUID interaction, UUID incident, FigureScope scope, CaseNames names) {
        return CaseStory.facts(CaseFold.of(events(interaction, incident, scope.horizon())), ground(scope, names, 0));
    }

    /**
     * The case step by step, as known now.
     *
     * @param onlyOfficer a case this officer has no part in is not found; null for any
     * @param moment how the reader reads an instant
     * @param className how the reader reads a class
     * @throws ProblemException 404 if there is no such case
     */
    public CaseStory story(
            UUID interaction,
            @Nullable UUID onlyOfficer,
            Function<Instant, String> moment,
            UnaryOperator<String> className) {
        return engine.read(FigureQuestion.ALL, scope -> {
            UUID incident = incidentOf(interaction, scope.horizon(), onlyOfficer);
            CaseNames names = new CaseNames(
                    entries.schools(scope.horizon()),
                    entries.officers(scope.horizon()),
                    new CaseReader(moment, className, this::numberOf));
            long missing = horizons.missingEvents(List.of(interaction.toString(), incident.toString()));
            List<Recorded> events = events(interaction, incident, scope.horizon());
            return CaseStory.of(
                    interaction,
                    events,
                    inWordsOfToday(lines(interaction, incident, scope.horizon(), names), events, names),
                    ground(scope, names, missing));
        });
    }

    private static CaseStory.Ground ground(FigureScope scope, CaseNames names, long missing) {
        return new CaseStory.Ground(names, scope.agreements(), scope.settings().zone(), CodeLists.standard(), missing);
    }

    /** The incident's and the contact's own events, by their index. */
    private List<Recorded> events(UUID interaction, UUID incident, long horizon) {
        return log.streams(List.of(incident.toString(), interaction.toString()), horizon).values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Recorded::index))
                .toList();
    }

    /** The case's own events as this release says them: the table may still hold an earlier one's words. */
    private static List<Line> inWordsOfToday(List<Line> lines, List<Recorded> events, CaseNames names) {
        Map<Long, String> words = new HashMap<>();
        for (Recorded recorded : events) {
            EventWords said = new EventWords(
                    CodeLists.standard(),
                    recorded.recordedAt().atZone(ZoneOffset.UTC).toLocalDate());
            switch (recorded.event()) {
                case IncidentEvent event -> words.put(recorded.index(), names.in(said.of(event)));
                case InteractionEvent event -> words.put(recorded.index(), names.in(said.of(event)));
                default -> {}
            }
        }
        return lines.stream()
                .map(line -> new Line(
                        line.index(),
                        line.kind(),
                        words.getOrDefault(line.index(), line.words()),
                        line.occurredAt(),
                        line.recordedAt(),
                        line.actor(),
                        line.submission(),
                        line.ofIncident()))
                .toList();
    }

    private String numberOf(String incident) {
        return jdbc.sql("select incident_number from rm.involvement_fact where incident_id = ? limit 1")
                .param(UUID.fromString(incident))
                .query(String.class)
                .optional()
                .orElse(incident);
    }

    private UUID incidentOf(UUID interaction, long horizon, @Nullable UUID onlyOfficer) {
        UUID incident = jdbc.sql("""
                        select incident_id from rm.timeline_entry
                         where interaction_id = ? and incident_id is not null and log_index <= ?
                        """)
                .param(interaction)
                .param(horizon)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
        if (onlyOfficer != null && !hasPart(interaction, onlyOfficer)) {
            throw new ProblemException(Problem.notFound());
        }
        return incident;
    }

    private List<Line> lines(UUID interaction, UUID incident, long horizon, CaseNames names) {
        return jdbc.sql("""
                        select * from rm.timeline_entry
                         where log_index <= :horizon
                           and (interaction_id = :interaction or (incident_id = :incident and interaction_id is null))
                         order by log_index
                        """)
                .param("horizon", horizon)
                .param("interaction", interaction)
                .param("incident", incident)
                .query((row, _) -> line(row, names))
                .list();
    }

    private List<CaseFlag> flags(UUID interaction, FigureScope scope) {
        return jdbc
                .sql("""
                        select distinct unnest(%s) from rm.involvement_fact f left join %s
                         where f.interaction_id = :interaction and not f.voided and %s
                        """.formatted(CaseFlag.sql(), CaseFlag.join(), known("f")))
                .param("interaction", interaction)
                .param("horizon", scope.horizon())
                .query(String.class)
                .list()
                .stream()
                .map(CaseFlag::valueOf)
                .sorted()
                .toList();
    }

    private static @Nullable AgreementTerm agreementOn(FigureScope scope, LocalDate day) {
        return scope.agreements().stream()
                .filter(term -> !day.isBefore(term.from()) && (term.to() == null || !day.isAfter(term.to())))
                .findFirst()
                .orElse(null);
    }

    /** Whether the officer has, or had, a part in the case. */
    public boolean hasPart(UUID interaction, UUID officer) {
        return jdbc.sql("select exists (select from rm.involvement_fact where interaction_id = ? and officer = ?)")
                .param(interaction)
                .param(officer)
                .query(Boolean.class)
                .single();
    }

    private static Line line(ResultSet row, CaseNames names) throws SQLException {
        return new Line(
                row.getLong("log_index"),
                row.getString("kind"),
                names.in(row.getString("words")),
                moment(row, "occurred_at"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("submission"),
                row.getObject("interaction_id") == null);
    }

    private static @Nullable Instant moment(ResultSet row, String column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private List<Involvement> involvements(
            UUID interaction, FigureScope scope, Map<String, String> schools, Map<String, String> officers) {
        Map<UUID, List<Classed>> classes = new HashMap<>();
        jdbc.sql("""
                        select c.* from rm.involvement_class c join rm.involvement_fact f using (fact_key)
                         where f.interaction_id = ? order by c.rule_set
                        """)
                .param(interaction)
                .query((row, _) -> classes.computeIfAbsent(
                                row.getObject("fact_key", UUID.class), _ -> new ArrayList<>())
                        .add(new Classed(
                                row.getInt("rule_set"),
                                row.getString("class"),
                                row.getString("rule"),
                                row.getString("reason"))))
                .list();
        return jdbc.sql("""
                        select own_school as school, own_day as occurred_on, round(lag_micros / 3600000000.0, 4) as lag_hours,
                               incident_number as number, known_from_at as known_from, f.*
                          from rm.involvement_fact f where f.interaction_id = :interaction and %s
                         order by officer nulls last
                        """.formatted(known("f")))
                .param("interaction", interaction)
                .param("horizon", scope.horizon())
                .query((row, _) -> INVOLVEMENT.read(
                        row,
                        schools.get(row.getString("school")),
                        officers.get(row.getString("officer")),
                        classes.getOrDefault(row.getObject("fact_key", UUID.class), List.of())))
                .list();
    }

    /**
     * Cases the question selects, the latest first.
     *
     * @throws ProblemException 400 if its cursor is no place in the list
     */
    public Stretch<Found> search(CaseQuestion question) {
        Conditions conditions = question.conditions().of(question.paging(), LATEST);
        return engine.read(question.facts(), scope -> {
            Map<String, String> schools = entries.schools(scope.horizon());
            Stretch<Found> found = question.paging()
                    .read(
                            jdbc.sql(scope.everyRecord()
                                            + """
                            , flagged as (select f.*, %1$s as flags from facts f left join %2$s),
                            found as (
                              select interaction_id, incident_id, incident_number, own_school as school, occurred_at,
                                     own_day as occurred_on, role, tier,
                                     outcome, voided, array_agg(class order by officer) as classes, flags
                                from flagged f where %4$s
                               group by interaction_id, incident_id, incident_number, own_school, occurred_at, own_day, role,
                                     tier, outcome, voided, flags
                               order by %3$s limit :atMost)
                            select found.*, incident_number as number, marked.marks
                              from found
                              join lateral (
                                select %5$s as marks from rm.involvement_fact f
                                 where f.interaction_id = found.interaction_id and %6$s
                                 limit 1) marked on true
                             order by %3$s
                            """.formatted(
                                                            CaseFlag.sql(),
                                                            CaseFlag.join(),
                                                            LATEST.sql(),
                                                            conditions.sql(),
                                                            CaseMark.sql(),
                                                            known("f")))
                                    .params(scope.parameters())
                                    .param("lateAfter", scope.settings().lateAfterHours())
                                    .params(conditions.values()),
                            LATEST,
                            (row, _) -> FOUND.read(row, schools.get(row.getString("school")), List.of()));
            return new Stretch<>(withConduct(found.items(), scope.horizon()), found.next());
        });
    }

    /** The conduct stands in the contacts' own events, and is read for the cases of a page only. */
    private List<Found> withConduct(List<Found> found, long horizon) {
        Map<String, List<Recorded>> streams = log.streams(
                found.stream().map(one -> one.interactionId().toString()).toList(), horizon);
        return found.stream()
                .map(one -> one.withConduct(
                        conduct(streams.getOrDefault(one.interactionId().toString(), List.of()))))
                .toList();
    }

    private static List<String> conduct(List<Recorded> events) {
        InteractionRecord contact = CaseFold.of(events).interaction();
        return contact == null
                ? List.of()
                : contact.conduct().stream().map(Code::toString).toList();
    }
}
