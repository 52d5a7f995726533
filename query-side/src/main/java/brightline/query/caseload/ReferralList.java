package brightline.query.caseload;

import static brightline.query.projection.Version.known;

import brightline.query.figures.AsKnownOn;
import brightline.query.figures.FigureEngine;
import brightline.query.figures.FigureQuestion;
import brightline.query.figures.FigureScope;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /**
     * What is asked for.
     *
     * @param schools only these schools; null for all
     * @param asKnownOn null for now
     * @param atLeastIndex an event the answer has to rest on; null for none
     * @param after where an earlier stretch ended; null for the first
     */
    record Asked(
            @Nullable Set<String> schools,
            @Nullable AsKnownOn asKnownOn,
            @Nullable Long atLeastIndex,
            @Nullable PageCursor after,
            int atMost) {
        FigureQuestion question() {
            return new FigureQuestion(null, null, List.of(), Map.of(), asKnownOn, null, atLeastIndex);
        }
    }

    /** Codes without their list's name; null is missing or does not apply. */
    record Item(
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
        Item {
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

    /** @param next where the next stretch begins; null at the end */
    record Page<T>(List<T> items, @Nullable String next) {
        Page {
            items = List.copyOf(items);
        }
    }

    private record Found<T>(T item, PageCursor place) {}

    /** The schools' referrals, the latest first. */
    Page<Item> referrals(Asked asked) {
        return engine.read(asked.question(), scope -> {
            Map<String, Object> values = values(asked, scope);
            String conditions = known("r") + " and not voided" + ofSchools(asked)
                    + (asked.after() == null ? "" : " and (made_at, referral_id) < (:afterAt, :afterId)");
            return page(
                    jdbc.sql("select * from rm.referral_fact r where " + conditions
                                    + " order by made_at desc, referral_id desc limit :atMost")
                            .params(values)
                            .query((row, _) -> item(row))
                            .list(),
                    asked.atMost());
        });
    }

    /**
     * What has no counterpart, the oldest first.
     *
     * @param side SCHOOL or POLICE; null for both
     */
    Page<Missing> counterparts(Asked asked, @Nullable String side) {
        return engine.read(asked.question(), scope -> {
            Map<String, Object> values = values(asked, scope);
            values.put("side", side == null ? "" : side);
            LocalDate today = engine.today(scope);
            String after = asked.after() == null ? "" : " and (at, id) > (:afterAt, :afterId)";
            return page(
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
                            select * from missing where (:side = '' or side = :side) %3$s %4$s
                             order by at, id limit :atMost
                            """.formatted(known("r"), known("f"), ofSchools(asked), after))
                            .params(values)
                            .query((row, _) -> missing(row, today, scope))
                            .list(),
                    asked.atMost());
        });
    }

    private static Map<String, Object> values(Asked asked, FigureScope scope) {
        Map<String, Object> values = new HashMap<>();
        values.put("horizon", scope.horizon());
        values.put("atMost", asked.atMost() + 1);
        if (asked.schools() != null) {
            values.put("schools", asked.schools().toArray(String[]::new));
        }
        if (asked.after() != null) {
            values.put("afterAt", Timestamp.from(asked.after().at()));
            values.put("afterId", asked.after().id());
        }
        return values;
    }

    private static String ofSchools(Asked asked) {
        return asked.schools() == null ? "" : " and school = any(:schools)";
    }

    private static <T> Page<T> page(List<Found<T>> found, int atMost) {
        boolean goesOn = found.size() > atMost;
        List<Found<T>> shown = goesOn ? found.subList(0, atMost) : found;
        return new Page<>(
                shown.stream().map(Found::item).toList(),
                goesOn ? shown.getLast().place().text() : null);
    }

    private static Found<Missing> missing(ResultSet row, LocalDate today, FigureScope scope) throws SQLException {
        Instant at = row.getObject("at", OffsetDateTime.class).toInstant();
        UUID id = row.getObject("id", UUID.class);
        boolean school = row.getString("side").equals("SCHOOL");
        long age = ChronoUnit.DAYS.between(at.atZone(scope.settings().zone()).toLocalDate(), today);
        return new Found<>(
                new Missing(
                        row.getString("side"),
                        school ? id : null,
                        school ? null : id,
                        row.getString("number"),
                        row.getString("school"),
                        row.getString("kind"),
                        at,
                        age,
                        row.getString("owner")),
                new PageCursor(at, id));
    }

    private static Found<Item> item(ResultSet row) throws SQLException {
        Instant made = row.getObject("made_at", OffsetDateTime.class).toInstant();
        UUID id = row.getObject("referral_id", UUID.class);
        OffsetDateTime answered = row.getObject("answered_at", OffsetDateTime.class);
        String conduct = row.getString("conduct");
        return new Found<>(
                new Item(
                        id,
                        row.getString("school"),
                        row.getString("kind"),
                        made,
                        row.getString("made_by"),
                        row.getString("made_to"),
                        row.getString("emergency"),
                        conduct.isEmpty() ? List.of() : Arrays.asList(conduct.split(",", -1)),
                        row.getObject("students", Integer.class),
                        row.getString("stage"),
                        row.getObject("officer", UUID.class),
                        answered == null ? null : answered.toInstant(),
                        row.getString("decline_reason"),
                        row.getString("handed_to"),
                        row.getString("disposition"),
                        row.getObject("disposed_on", LocalDate.class),
                        row.getObject("days_out", Integer.class),
                        row.getObject("incident_id", UUID.class),
                        row.getString("owner")),
                new PageCursor(made, id));
    }
}
