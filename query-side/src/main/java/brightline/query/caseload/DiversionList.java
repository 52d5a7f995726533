package brightline.query.caseload;

import static brightline.query.projection.Version.known;

import brightline.query.figures.FigureEngine;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureScope;
import brightline.query.projection.RecordRow;
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
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Diversions one by one. */
@Component
final class DiversionList {
    private final FigureEngine engine;
    private final JdbcClient jdbc;

    DiversionList(FigureEngine engine, JdbcClient jdbc) {
        this.engine = engine.alsoReading(CaseloadProjection.NAME);
        this.jdbc = jdbc;
    }

    /**
     * One diversion. Codes without their list's name; null is missing or does not apply.
     *
     * @param caps what the issuing officer was told by our records
     * @param stateQuery answer of the state's system; null if it was not asked
     * @param openDays how long its outcome has been missing; null where it is not
     * @param laterContacts contacts of the same student after it began, in the same school year; null where the student is not identified
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
    }

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
        return paging.read(
                jdbc.sql(scope.factsOfEverybody()
                                + """
                        , listed as (
                          select distinct f.occurred_at, f.occurred_on, f.incident_number, f.school, f.pseudonym, d.*, %s as since
                            from facts f join %s
                           where %s)
                        select listed.*, diversion_id as diversion, interaction_id as interaction,
                               case when pseudonym is not null then (
                                 select count(distinct later.interaction_id) from rm.involvement_fact later
                                  where later.pseudonym = listed.pseudonym and not later.voided
                                    and later.interaction_id <> listed.interaction_id
                                    and later.occurred_on >= coalesce(listed.since, listed.occurred_on)
                                    and %s) end as later_contacts
                          from listed order by occurred_at desc, diversion_id desc limit :atMost
                        """.formatted(since, DiversionFigures.join(), conditions.sql(), known("later")))
                        .params(scope.parameters())
                        .params(conditions.values()),
                LATEST,
                (row, _) -> diversion(row, today));
    }

    private static Diversion diversion(ResultSet row, LocalDate today) throws SQLException {
        LocalDate since = day(row, "since");
        Integer openDays =
                row.getBoolean("open") && since != null ? Math.toIntExact(ChronoUnit.DAYS.between(since, today)) : null;
        return DIVERSION.read(row, openDays, row.getObject("later_contacts"), flags(row, openDays, today));
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
