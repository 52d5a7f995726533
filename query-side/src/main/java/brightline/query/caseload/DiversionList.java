package brightline.query.caseload;

import static brightline.query.projection.Version.known;

import brightline.edge.keys.StudentIndex;
import brightline.events.StudentId;
import brightline.events.SubjectHandle;
import brightline.events.interaction.InteractionRecord;
import brightline.query.figures.FigureEngine;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureScope;
import brightline.query.projection.LogReader;
import brightline.query.projection.RecordRow;
import brightline.query.projection.Recorded;
import brightline.query.question.Conditions;
import brightline.query.question.Order;
import brightline.query.question.Paging;
import brightline.query.question.Paging.Stretch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Diversions one by one. */
@Component
final class DiversionList {
    private final FigureEngine engine;
    private final JdbcClient jdbc;
    private final LogReader log;
    private final StudentIndex index;

    DiversionList(FigureEngine engine, JdbcClient jdbc, LogReader log, StudentIndex index) {
        this.engine = engine.alsoReading(CaseloadProjection.NAME);
        this.jdbc = jdbc;
        this.log = log;
        this.index = index;
    }

    /**
     * One diversion. Codes without their list's name; null is missing or does not apply.
     *
     * @param caps what the issuing officer was told by our records
     * @param stateQuery answer of the state's system; null if it was not asked
     * @param openDays how long its outcome has been missing; null where it is not
     * @param laterContacts contacts of the same student after it began, in whichever school year; null where the student is not identified
     * @param flags what to look at: OPEN_LONG, PAST_DUE, CAPS_WITHOUT_APPROVAL, STATE_NOT_ASKED
     */
    record Diversion(
            UUID diversion,
            UUID interaction,
            String incidentNumber,
            String school,
            String kind,
            String stage,
            @Nullable String unusedReason,
            @Nullable Instant offeredAt,
            @Nullable String provider,
            @Nullable LocalDate acceptedOn,
            @Nullable LocalDate declinedOn,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate dueOn,
            @Nullable Integer serviceHours,
            int extensions,
            int breaches,
            @Nullable LocalDate endedOn,
            @Nullable String endReason,
            @Nullable String reportStatus,
            @Nullable LocalDate reportedOn,
            @Nullable String caps,
            @Nullable String attorneyApproved,
            @Nullable String stateQuery,
            @Nullable Integer openDays,
            @Nullable Long laterContacts,
            List<String> flags) {
        Diversion {
            flags = List.copyOf(flags);
        }

        private Diversion with(@Nullable Long later) {
            return new Diversion(
                    diversion,
                    interaction,
                    incidentNumber,
                    school,
                    kind,
                    stage,
                    unusedReason,
                    offeredAt,
                    provider,
                    acceptedOn,
                    declinedOn,
                    startedOn,
                    dueOn,
                    serviceHours,
                    extensions,
                    breaches,
                    endedOn,
                    endReason,
                    reportStatus,
                    reportedOn,
                    caps,
                    attorneyApproved,
                    stateQuery,
                    openDays,
                    later,
                    flags);
        }
    }

    /** A diversion on its way to the list. @param pseudonym the student's, of the contact's school year; null where not identified */
    private record Listed(
            Diversion diversion, UUID incident, @Nullable String pseudonym, LocalDate since) {}

    private static final RecordRow<Diversion> DIVERSION = RecordRow.of(Diversion.class);

    private static final Order LATEST =
            Order.latestFirst().byMoment("f.occurred_at").byId("d.diversion_id");

    /** What is asked of diversions, as figure and as list. */
    record Question(FigureQuestion figure, Paging paging) {}

    /**
     * Diversions of the contacts a question selects, the latest contact first.
     *
     * @param provider only those of this programme's account; null for all
     */
    Stretch<Diversion> list(Question question, @Nullable String provider) {
        return engine.read(question.figure().groupedBy(), scope -> page(question.paging(), scope, provider));
    }

    private Stretch<Diversion> page(Paging paging, FigureScope scope, @Nullable String provider) {
        Conditions conditions = Conditions.none().of(paging, LATEST).and("not f.voided and not d.voided");
        if (provider != null) {
            conditions.and("d.provider = :provider").with("provider", provider);
        }
        LocalDate today = engine.today(scope);
        String since = DiversionFigures.since(scope);
        Stretch<Listed> listed = paging.read(
                jdbc.sql(scope.everyEntryOfEverybody()
                                + """
                        , listed as (
                          select distinct f.occurred_at, f.occurred_on, f.incident_number, f.school, f.pseudonym,
                                 f.primary_incident_id, d.*, %s as since
                            from facts f join %s
                           where %s)
                        select listed.*, diversion_id as diversion, interaction_id as interaction
                          from listed order by occurred_at desc, diversion_id desc limit :atMost
                        """.formatted(since, DiversionFigures.join(), conditions.sql()))
                        .params(scope.parameters())
                        .params(conditions.values()),
                LATEST,
                (row, _) -> listed(row, today));
        Map<UUID, Long> later = laterContacts(listed.items(), scope, today);
        return new Stretch<>(
                listed.items().stream()
                        .map(one -> one.diversion()
                                .with(
                                        one.pseudonym() == null
                                                ? null
                                                : later.getOrDefault(
                                                        one.diversion().diversion(), 0L)))
                        .toList(),
                listed.next());
    }

    private static Listed listed(ResultSet row, LocalDate today) throws SQLException {
        LocalDate since = day(row, "since");
        return new Listed(
                diversion(row, today),
                row.getObject("primary_incident_id", UUID.class),
                row.getString("pseudonym"),
                since == null ? row.getObject("occurred_on", LocalDate.class) : since);
    }

    /** By diversion; none where there are none. A contact entered twice is one. */
    private Map<UUID, Long> laterContacts(List<Listed> listed, FigureScope scope, LocalDate today) {
        Map<UUID, Set<String>> names = pseudonyms(listed, scope, today);
        List<UUID> diversions = new ArrayList<>();
        List<String> pseudonyms = new ArrayList<>();
        List<UUID> incidents = new ArrayList<>();
        List<LocalDate> days = new ArrayList<>();
        for (Listed one : listed) {
            for (String name : names.getOrDefault(one.diversion().interaction(), Set.of())) {
                diversions.add(one.diversion().diversion());
                pseudonyms.add(name);
                incidents.add(one.incident());
                days.add(one.since());
            }
        }
        Map<UUID, Long> later = new HashMap<>();
        if (!diversions.isEmpty()) {
            jdbc.sql("""
                            select one.diversion, count(distinct f.primary_incident_id) as later
                              from unnest(:diversions::uuid[], :names::text[], :incidents::uuid[], :days::date[])
                                     as one(diversion, name, incident, since)
                              join rm.involvement_fact f on f.pseudonym = one.name and f.primary_incident_id <> one.incident
                               and f.occurred_on >= one.since and not f.voided and %s
                             group by one.diversion
                            """.formatted(known("f")))
                    .param("diversions", diversions.toArray(UUID[]::new))
                    .param("names", pseudonyms.toArray(String[]::new))
                    .param("incidents", incidents.toArray(UUID[]::new))
                    .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                    .param("horizon", scope.horizon())
                    .query((row, _) -> later.put(row.getObject("diversion", UUID.class), row.getLong("later")))
                    .list();
        }
        return later;
    }

    /**
     * By contact, the student's pseudonyms of the school years since. Rows know a student by another name each school year; who it is
     * the key store alone can tell, for as long as it takes to ask, and nothing of it is kept.
     */
    private Map<UUID, Set<String>> pseudonyms(List<Listed> listed, FigureScope scope, LocalDate today) {
        Map<UUID, SubjectHandle> subjects = subjects(listed, scope.horizon());
        Map<SubjectHandle, StudentId> students = index.studentsOf(subjects.values());
        Map<UUID, Set<String>> names = new HashMap<>();
        for (Listed one : listed) {
            if (one.pseudonym() != null) {
                Set<String> all = names.computeIfAbsent(one.diversion().interaction(), _ -> new HashSet<>());
                all.add(one.pseudonym());
                SubjectHandle subject = subjects.get(one.diversion().interaction());
                StudentId student = subject == null ? null : students.get(subject);
                if (student != null && !one.since().isAfter(today)) {
                    one.since()
                            .datesUntil(today.plusDays(1))
                            .map(scope.settings()::schoolYear)
                            .distinct()
                            .forEach(year -> all.add(index.pseudonym(student, year)));
                }
            }
        }
        return names;
    }

    /** Whom the contacts were about, as known then. */
    private Map<UUID, SubjectHandle> subjects(List<Listed> listed, long horizon) {
        List<String> contacts = listed.stream()
                .filter(one -> one.pseudonym() != null)
                .map(one -> one.diversion().interaction().toString())
                .distinct()
                .toList();
        Map<UUID, SubjectHandle> subjects = new HashMap<>();
        log.streams(contacts, horizon).forEach((contact, events) -> {
            InteractionRecord record = null;
            for (Recorded recorded : events) {
                record = CaseRow.fold(record, recorded.event());
            }
            if (record != null) {
                subjects.put(UUID.fromString(contact), record.subject());
            }
        });
        return subjects;
    }

    private static Diversion diversion(ResultSet row, LocalDate today) throws SQLException {
        LocalDate since = day(row, "since");
        Integer openDays =
                row.getBoolean("open") && since != null ? Math.toIntExact(ChronoUnit.DAYS.between(since, today)) : null;
        return DIVERSION.read(row, openDays, null, flags(row, openDays, today));
    }

    private static List<String> flags(ResultSet row, @Nullable Integer openDays, LocalDate today) throws SQLException {
        List<String> flags = new ArrayList<>();
        if (openDays != null && openDays > DiversionFigures.OLD_AFTER_DAYS) {
            flags.add("OPEN_LONG");
        }
        LocalDate due = day(row, "due_on");
        if (openDays != null && due != null && due.isBefore(today)) {
            flags.add("PAST_DUE");
        }
        if ("BEYOND_BY_OUR_RECORDS".equals(row.getString("caps"))
                && !"YES".equals(row.getString("attorney_approved"))) {
            flags.add("CAPS_WITHOUT_APPROVAL");
        }
        if (row.getString("caps") != null && row.getString("state_query") == null) {
            flags.add("STATE_NOT_ASKED");
        }
        return flags;
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
