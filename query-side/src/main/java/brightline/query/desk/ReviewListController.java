package brightline.query.desk;

import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.events.review.ReviewEvent.Ground;
import brightline.query.desk.DeskReader.View;
import brightline.query.projection.RecordRow;
import brightline.query.question.Asked;
import brightline.query.question.Basis;
import brightline.query.question.Conditions;
import brightline.query.question.Filter;
import brightline.query.question.Paging;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reviews and their backlog. */
@RestController
final class ReviewListController {
    /** What is asked of reviews. */
    record Question(
            @Filter(
                    value = "open or closed; absent for both",
                    example = "open",
                    where = "t.state = upper(:state)",
                    oneOf = {"open", "closed"})
            @Nullable
            String state,

            @Filter(
                    value = "What it was begun for: VOIDED_ARREST, VOIDED_FORCE and VOIDED_FLAGGED_CLASS of what a "
                            + "voided contact had held",
                    example = "FLAGGED_CLASS",
                    where = "t.ground = :ground")
            @Nullable
            Ground ground,

            @Filter(value = "Account that has it", example = "supervisor", where = "t.owner = :owner") @Nullable
            String owner,

            @Filter(value = "Id of the contact it is about", where = "t.interaction_id = :interaction") @Nullable
            UUID interaction,

            @Filter(
                    value = "Begun more than this many days ago",
                    example = "3",
                    where = "t.begun_at < cast(:now as timestamptz) - make_interval(days => :olderThanDays)",
                    most = 999_999)
            @Nullable
            Integer olderThanDays,

            Basis basis,
            Paging paging) {}

    /**
     * A review.
     *
     * @param classes of the officers' parts when it was opened
     * @param state OPEN or CLOSED
     * @param owner account that has it; null while nobody has
     * @param ageDays until it was closed, or now
     */
    record Review(
            UUID reviewId,
            long begunIndex,
            Instant begunAt,
            String ground,
            @Nullable UUID incidentId,
            @Nullable UUID interactionId,
            @Nullable UUID complaintId,
            List<String> classes,
            String state,
            @Nullable String owner,
            @Nullable String conclusion,
            @Nullable Instant closedAt,
            @Nullable String incidentNumber,
            @Nullable String incidentSchool,
            long ageDays,
            List<ClassOverride> overrides) {}

    /** What who reviewed made of an officer's part, beside what the rules made of it. @param officer null where none is named */
    record ClassOverride(
            @Nullable UUID officer,
            String derivedClass,
            String derivedRule,
            int ruleSet,
            String overriddenTo,
            String reason) {}

    /** All that are open. @param oldestDays null where none is */
    record Backlog(
            long open,
            long unassigned,
            long olderThan30Days,
            @Nullable Long oldestDays) {}

    /** A stretch of the list. @param next where the list goes on; absent at the end */
    record Reviews(
            List<Review> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next,

            long index,
            Backlog backlog) {}

    private static final RecordRow<Review> REVIEW = RecordRow.of(Review.class);

    private final DeskReader reader;

    ReviewListController(DeskReader reader) {
        this.reader = reader;
    }

    @Operation(
            summary = "Reviews, and how many wait",
            description = "The backlog counts all reviews that are open, whatever is filtered.")
    @Does(Action.LIST_REVIEWS)
    @GetMapping("/api/queries/reviews")
    Reviews reviews(@Asked Question question) {
        return reader.read(question.basis(), view -> {
            DeskList<Review> list = reader.page(
                    question.paging(),
                    view,
                    "rm.review t" + DeskReader.CASE,
                    Conditions.of(question).with("now", Timestamp.from(view.now())),
                    (row, _) ->
                            REVIEW.read(row, age(row, view), overrides(row.getObject("review_id", UUID.class), view)));
            return new Reviews(list.items(), list.next(), list.index(), backlog(view));
        });
    }

    private static long age(ResultSet row, View view) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        return days(row.getTimestamp("begun_at").toInstant(), closed == null ? view.now() : closed.toInstant());
    }

    private List<ClassOverride> overrides(UUID review, View view) {
        return reader.jdbc()
                .sql("""
                        select distinct on (o.officer) nullif(o.officer, '')::uuid as officer, derived_class, derived_rule, rule_set,
                               overridden_to, reason
                          from rm.class_override o
                         where review_id = :review and known_from_index <= :horizon
                         order by o.officer, known_from_index desc
                        """)
                .param("review", review)
                .param("horizon", view.horizon())
                .query(RecordRow.of(ClassOverride.class))
                .list();
    }

    private static long days(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toDays());
    }

    private Backlog backlog(View view) {
        return reader.jdbc()
                .sql("""
                        select count(*) as open, count(*) filter (where owner is null) as unassigned,
                               count(*) filter (where begun_at < :month) as older, min(begun_at) as oldest
                          from rm.review t where state = 'OPEN' and """ + " " + DeskReader.AS_KNOWN)
                .param("horizon", view.horizon())
                .param("month", Timestamp.from(view.now().minus(Duration.ofDays(30))))
                .query((row, _) -> {
                    Timestamp oldest = row.getTimestamp("oldest");
                    return new Backlog(
                            row.getLong("open"),
                            row.getLong("unassigned"),
                            row.getLong("older"),
                            oldest == null ? null : days(oldest.toInstant(), view.now()));
                })
                .single();
    }
}
