package brightline.query.audit;

import brightline.edge.problem.FieldProblem;
import brightline.edge.problem.Problem;
import brightline.edge.problem.ProblemException;
import brightline.query.audit.CaseTimeline.Classed;
import brightline.query.audit.CaseTimeline.Found;
import brightline.query.audit.CaseTimeline.Involvement;
import brightline.query.audit.CaseTimeline.Line;
import brightline.query.audit.CaseTimeline.Page;
import brightline.query.caseload.CaseFlag;
import brightline.query.caseload.CaseloadProjection;
import brightline.query.figures.AgreementTerm;
import brightline.query.figures.AsKnownOn;
import brightline.query.figures.FigureEngine;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureScope;
import brightline.query.figures.ReferenceEntries;
import brightline.query.projection.Horizons;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Cases, found and told. */
public final class Cases {
    private static final Pattern NAMED = Pattern.compile("\\{(officer|school):([^}]*)}");

    private final FigureEngine engine;
    private final ReferenceEntries entries;
    private final Horizons horizons;
    private final JdbcClient jdbc;

    public Cases(FigureEngine engine, ReferenceEntries entries, Horizons horizons, JdbcClient jdbc) {
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
        if (asKnownOn != null
                && !horizons.await(TimelineProjection.NAME, engine.horizonOf(asKnownOn), Duration.ofSeconds(2))) {
            throw new ProblemException(FigureEngine.notYet());
        }
        return engine.read(FigureQuestion.ALL.asKnownOn(asKnownOn), scope -> told(interaction, scope, onlyOfficer));
    }

    private CaseTimeline told(UUID interaction, FigureScope scope, @Nullable UUID onlyOfficer) {
        UUID incident = jdbc.sql("""
                        select incident_id from rm.timeline_entry
                         where interaction_id = ? and incident_id is not null and log_index <= ?
                        """)
                .param(interaction)
                .param(scope.horizon())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new ProblemException(Problem.notFound()));
        if (onlyOfficer != null && !hasPart(interaction, onlyOfficer)) {
            throw new ProblemException(Problem.notFound());
        }
        Map<String, String> schools = entries.schools(scope.horizon());
        Map<String, String> officers = entries.officers(scope.horizon());
        List<Line> lines = jdbc.sql("""
                        select * from rm.timeline_entry
                         where log_index <= :horizon
                           and (interaction_id = :interaction or (incident_id = :incident and interaction_id is null))
                         order by log_index
                        """)
                .param("horizon", scope.horizon())
                .param("interaction", interaction)
                .param("incident", incident)
                .query((row, _) -> line(row, schools, officers))
                .list();
        List<Involvement> involvements = involvements(interaction, scope, schools, officers);
        return new CaseTimeline(
                interaction,
                incident,
                scope.horizon(),
                lines,
                involvements,
                involvements.isEmpty()
                        ? null
                        : agreementOn(scope, involvements.getFirst().occurredOn()),
                flags(interaction, scope));
    }

    private List<CaseFlag> flags(UUID interaction, FigureScope scope) {
        return jdbc
                .sql("""
                        select distinct unnest(%s) from rm.involvement_fact f left join %s
                         where f.interaction_id = :interaction and not f.voided and f.known_from_index <= :horizon
                           and (f.known_to_index is null or f.known_to_index > :horizon)
                        """.formatted(CaseFlag.sql(), CaseFlag.join()))
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

    private boolean hasPart(UUID interaction, UUID officer) {
        return jdbc.sql("select exists (select from rm.involvement_fact where interaction_id = ? and officer = ?)")
                .param(interaction)
                .param(officer)
                .query(Boolean.class)
                .single();
    }

    private static Line line(ResultSet row, Map<String, String> schools, Map<String, String> officers)
            throws SQLException {
        return new Line(
                row.getLong("log_index"),
                row.getString("kind"),
                named(row.getString("words"), schools, officers),
                moment(row, "occurred_at"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getString("submission"),
                row.getObject("interaction_id") == null);
    }

    private static String named(String words, Map<String, String> schools, Map<String, String> officers) {
        return NAMED.matcher(words)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group(1).equals("officer")
                                ? "Officer " + officers.getOrDefault(match.group(2), match.group(2))
                                : schools.getOrDefault(match.group(2), match.group(2))));
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
                        select * from rm.involvement_fact
                         where interaction_id = :interaction and known_from_index <= :horizon
                           and (known_to_index is null or known_to_index > :horizon)
                         order by officer nulls last
                        """)
                .param("interaction", interaction)
                .param("horizon", scope.horizon())
                .query((row, _) -> involvement(
                        row, schools, officers, classes.getOrDefault(row.getObject("fact_key", UUID.class), List.of())))
                .list();
    }

    private static Involvement involvement(
            ResultSet row, Map<String, String> schools, Map<String, String> officers, List<Classed> classes)
            throws SQLException {
        String officer = row.getString("officer");
        return new Involvement(
                row.getObject("officer", UUID.class),
                officer == null ? null : officers.get(officer),
                row.getString("officer_capacity"),
                row.getString("incident_number"),
                row.getObject("primary_incident_id", UUID.class),
                row.getString("school"),
                schools.get(row.getString("school")),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("occurred_on", LocalDate.class),
                row.getString("role"),
                row.getString("initiator"),
                row.getString("tier"),
                row.getString("action"),
                row.getString("imminence"),
                row.getBoolean("imminence_assumed"),
                row.getString("outcome"),
                row.getString("arrest_possible"),
                row.getString("decision"),
                row.getBoolean("custodial"),
                row.getBoolean("cited"),
                row.getBigDecimal("lag_hours"),
                row.getBoolean("voided"),
                row.getLong("known_from_index"),
                row.getObject("known_from_at", OffsetDateTime.class).toInstant(),
                classes);
    }

    /**
     * Cases the question selects, the latest first.
     *
     * @param number an incident's number or its beginning; null for any
     * @param flag only cases with this flag; null for any
     * @param after where an earlier page ended; null for the first
     * @throws ProblemException 400 if {@code after} is no such place
     */
    public Page search(
            FigureQuestion question,
            @Nullable String number,
            @Nullable CaseFlag flag,
            @Nullable String after,
            int atMost) {
        Map<String, Object> more = new HashMap<>();
        String conditions = "true";
        if (number != null) {
            conditions += " and starts_with(incident_number, :number)";
            more.put("number", number);
        }
        if (flag != null) {
            conditions += " and :flag = any(flags) and not voided";
            more.put("flag", flag.name());
        }
        if (after != null) {
            conditions += " and (occurred_at, interaction_id) < (:afterAt, :afterId)";
            more.putAll(place(after));
        }
        more.put("atMost", atMost + 1);
        String selected = conditions;
        return engine.read(question, scope -> {
            Map<String, String> schools = entries.schools(scope.horizon());
            List<Found> found = jdbc.sql(scope.everyRecord() + """
                            , flagged as (select f.*, %s as flags from facts f left join %s)
                            select interaction_id, incident_id, incident_number, school, occurred_at, occurred_on, role, tier,
                                   outcome, voided, array_agg(class order by officer) as classes, flags
                              from flagged where %s
                             group by interaction_id, incident_id, incident_number, school, occurred_at, occurred_on, role,
                                   tier, outcome, voided, flags
                             order by occurred_at desc, interaction_id desc limit :atMost
                            """.formatted(CaseFlag.sql(), CaseFlag.join(), selected))
                    .params(scope.parameters())
                    .params(more)
                    .query((row, _) -> found(row, schools))
                    .list();
            boolean goesOn = found.size() > atMost;
            return new Page(goesOn ? found.subList(0, atMost) : found, goesOn ? cursor(found.get(atMost - 1)) : null);
        });
    }

    private static Found found(ResultSet row, Map<String, String> schools) throws SQLException {
        Array classes = row.getArray("classes");
        return new Found(
                row.getObject("interaction_id", UUID.class),
                row.getObject("incident_id", UUID.class),
                row.getString("incident_number"),
                row.getString("school"),
                schools.get(row.getString("school")),
                row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                row.getObject("occurred_on", LocalDate.class),
                row.getString("role"),
                row.getString("tier"),
                row.getString("outcome"),
                Arrays.asList((String[]) classes.getArray()),
                Arrays.asList((String[]) row.getArray("flags").getArray()),
                row.getBoolean("voided"));
    }

    private static String cursor(Found last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((last.occurredAt() + "|" + last.interactionId()).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> place(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", -1);
            return Map.of("afterAt", Timestamp.from(Instant.parse(parts[0])), "afterId", UUID.fromString(parts[1]));
        } catch (RuntimeException _) {
            throw new ProblemException(Problem.invalid(
                    List.of(new FieldProblem("?cursor", "wrong-value", "must be the next of an earlier answer"))));
        }
    }
}
