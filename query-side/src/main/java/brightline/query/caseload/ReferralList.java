package brightline.query.caseload;

import static brightline.query.projection.Version.known;

import brightline.query.figures.FigureEngine;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureScope;
import brightline.query.projection.RecordRow;
import brightline.query.question.Basis;
import brightline.query.question.Conditions;
import brightline.query.question.Filter;
import brightline.query.question.Order;
import brightline.query.question.Paging;
import brightline.query.question.Paging.Stretch;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A school's referrals, and what has no counterpart on the other side. */
@Component
final class ReferralList {
    private final FigureEngine engine;
    private final JdbcClient jdbc;

    ReferralList(FigureEngine engine, JdbcClient jdbc) {
        this.engine = engine.alsoReading(CaseloadProjection.NAME);
        this.jdbc = jdbc;
    }

    private static final String SCHOOL = "[^\\x00-\\x1f\\x7f-\\x9f]{1,40}";

    private static final Order LATEST = Order.latestFirst().byMoment("made_at").byId("referral_id");
    private static final Order OLDEST = Order.oldestFirst().byMoment("at").byId("id");

    /** What is asked of the list of referrals. */
    record Question(
            @Filter(
                    value = "Code of one school",
                    example = "MAR",
                    where = "school = :school",
                    form = SCHOOL,
                    must = "the code of a school")
            @Nullable
            String school,

            Basis basis,
            Paging paging) {}

    /** The side whose record is missing. */
    enum Side {
        SCHOOL,
        POLICE
    }

    /** What is asked of the list of what has no counterpart. */
    record CounterpartQuestion(
            @Filter(value = "The side that has a record", example = "SCHOOL", where = "side = :side") @Nullable
            Side side,

            Question of) {}

    /** Codes without their list's name; null is missing or does not apply. */
    record Referral(
            UUID referral,
            String school,
            String kind,
            Instant madeAt,
            @Nullable String madeBy,
            @Nullable String to,
            @Nullable String emergency,
            List<String> conduct,
            @Nullable Integer students,
            String stage,
            @Nullable UUID officer,
            @Nullable Instant answeredAt,
            @Nullable String declineReason,
            @Nullable String handedTo,
            @Nullable String disposition,
            @Nullable LocalDate disposedOn,
            @Nullable Integer daysOut,
            @Nullable UUID incident,
            @Nullable String owner) {
        Referral {
            conduct = List.copyOf(conduct);
        }
    }

    /**
     * A record of one side that has none of the other.
     *
     * @param side SCHOOL: the school says it turned to police and there is no police record; POLICE: police were asked for and there is no
     *     referral of the school
     * @param referral null on the police side
     * @param incident null on the school's side
     * @param kind code of the list {@code referral-kind}, or {@code initiator} on the police side
     * @param ageDays days since it happened
     * @param owner who looks for the other side's record; null for nobody
     */
    record Missing(
            String side,
            @Nullable UUID referral,
            @Nullable UUID incident,
            @Nullable String incidentNumber,
            String school,
            String kind,
            Instant at,
            long ageDays,
            @Nullable String owner) {}

    /**
     * The schools' referrals, the latest first.
     *
     * @param schools only these schools; null for all
     */
    Stretch<Referral> referrals(Question question, @Nullable Set<String> schools) {
        return engine.read(FigureQuestion.restingOn(question.basis()), scope -> {
            Conditions conditions = conditions(question, question, schools, scope, LATEST);
            return question.paging()
                    .read(
                            jdbc.sql("""
                                    select r.*, made_to as "to", incident_id as incident, referral_id as referral from rm.referral_fact r
                                     where %s and not voided and %s order by %s limit :atMost
                                    """.formatted(known("r"), conditions.sql(), LATEST.sql()))
                                    .params(conditions.values()),
                            LATEST,
                            RecordRow.of(Referral.class));
        });
    }

    /**
     * What has no counterpart, the oldest first.
     *
     * @param schools only these schools; null for all
     */
    Stretch<Missing> counterparts(CounterpartQuestion question, @Nullable Set<String> schools) {
        return engine.read(FigureQuestion.restingOn(question.of().basis()), scope -> {
            Conditions conditions = conditions(question, question.of(), schools, scope, OLDEST);
            return question.of()
                    .paging()
                    .read(
                            jdbc.sql("""
                            with missing as (
                              select 'SCHOOL' as side, referral_id as id, null::text as number, school, kind, made_at as at, owner
                                from rm.referral_fact r
                               where %1$s and not voided and incident_id is null
                              union all
                              select 'POLICE', f.primary_incident_id, min(f.incident_number), min(f.school), min(f.initiator),
                                     min(f.occurred_at),
                                     (select o.owner from rm.counterpart_owner o
                                       where o.incident_id = f.primary_incident_id and o.known_from_index <= :horizon
                                       order by o.known_from_index desc limit 1)
                                from rm.involvement_fact f
                               where %2$s and not f.voided and f.initiator in ('STAFF_REQUEST', 'DISPATCH')
                               group by f.primary_incident_id
                              having not exists (
                                select from rm.referral_fact r
                                 where %1$s and not r.voided and r.incident_id in (
                                   select one.incident_id from rm.involvement_fact one
                                    where one.primary_incident_id = f.primary_incident_id
                                   union all select f.primary_incident_id)))
                            select side, case side when 'SCHOOL' then id end as referral, case side when 'POLICE' then id end as incident,
                                   number as incident_number, school, kind, at, :today - (at at time zone :zone)::date as age_days,
                                   owner, id
                              from missing where %3$s order by %4$s limit :atMost
                            """.formatted(known("r"), known("f"), conditions.sql(), OLDEST.sql()))
                                    .params(conditions.values())
                                    .param("today", engine.today(scope))
                                    .param("zone", scope.settings().zone().getId()),
                            OLDEST,
                            RecordRow.of(Missing.class));
        });
    }

    private static Conditions conditions(
            Record asked, Question question, @Nullable Set<String> schools, FigureScope scope, Order order) {
        Conditions conditions =
                Conditions.of(asked).of(question.paging(), order).with("horizon", scope.horizon());
        if (schools != null) {
            conditions.and("school = any(:schools)").with("schools", schools.toArray(String[]::new));
        }
        return conditions;
    }
}
