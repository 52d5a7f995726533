package brightline.query.desk;

import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.events.review.ReviewEvent.Ground;
import brightline.query.desk.DeskReader.View;
import brightline.query.question.Asked;
import brightline.query.question.Basis;
import brightline.query.question.Conditions;
import brightline.query.question.Filter;
import brightline.query.question.Paging;
import io.swagger.v3.oas.annotations.Operation;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
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
                    @Nullable String state,
            @Filter(
                            value = "What it was begun for: VOIDED_ARREST, VOIDED_FORCE and VOIDED_FLAGGED_CLASS of what a "
                                    + "voided contact had held",
                            example = "FLAGGED_CLASS",
                            where = "t.ground = :ground")
                    @Nullable Ground ground,
            @Filter(value = "Account that has it", example = "supervisor", where = "t.owner = :owner") @Nullable
                    String owner,
            @Filter(value = "Id of the contact it is about", where = "t.interaction_id = :interaction") @Nullable
                    UUID interaction,
            @Filter(
                            value = "Begun more than this many days ago",
                            example = "3",
                            where = "t.begun_at < cast(:now as timestamptz) - make_interval(days => :olderThanDays)",
                            most = 999_999)
                    @Nullable Integer olderThanDays,
            Basis basis,
            Paging paging) {}

    private final DeskReader reader;

    ReviewListController(DeskReader reader) {
        this.reader = reader;
    }

    @Operation(
            summary = "Reviews, and how many wait",
            description = "The backlog counts all reviews that are open, whatever is filtered.")
    @Does(Action.LIST_REVIEWS)
    @GetMapping("/api/queries/reviews")
    Map<String, @Nullable Object> reviews(@Asked Question question) {
        return reader.read(question.basis(), view -> {
            Map<String, @Nullable Object> json = reader.page(
                    question.paging(),
                    view,
                    "rm.review t" + DeskReader.CASE,
                    Conditions.of(question).with("now", Timestamp.from(view.now())),
                    row -> told(row, view));
            json.put("backlog", backlog(view));
            return json;
        });
    }

    private Map<String, @Nullable Object> told(Map<String, @Nullable Object> row, View view) {
        row.put("classes", DeskReader.codes(row.get("classes")));
        Instant until = row.get("closed_at") instanceof Timestamp closed ? closed.toInstant() : view.now();
        row.put("age_days", row.get("begun_at") instanceof Timestamp begun ? days(begun.toInstant(), until) : null);
        row.put(
                "overrides",
                reader
                        .jdbc()
                        .sql("""
                                select distinct on (officer) nullif(officer, '') as officer, derived_class, derived_rule, rule_set,
                                       overridden_to, reason
                                  from rm.class_override
                                 where review_id = :review and known_from_index <= :horizon
                                 order by officer, known_from_index desc
                                """)
                        .param("review", row.get("review_id"))
                        .param("horizon", view.horizon())
                        .query()
                        .listOfRows()
                        .stream()
                        .map(DeskReader::json)
                        .toList());
        return row;
    }

    private static long days(Instant from, Instant to) {
        return Math.max(0, Duration.between(from, to).toDays());
    }

    private Map<String, @Nullable Object> backlog(View view) {
        return reader.jdbc()
                .sql("""
                        select count(*) as open, count(*) filter (where owner is null) as unassigned,
                               count(*) filter (where begun_at < :month) as older, min(begun_at) as oldest
                          from rm.review t where state = 'OPEN' and """ + " " + DeskReader.AS_KNOWN)
                .param("horizon", view.horizon())
                .param("month", Timestamp.from(view.now().minus(Duration.ofDays(30))))
                .query((row, _) -> {
                    Timestamp oldest = row.getTimestamp("oldest");
                    Map<String, @Nullable Object> json = new LinkedHashMap<>();
                    json.put("open", row.getLong("open"));
                    json.put("unassigned", row.getLong("unassigned"));
                    json.put("olderThan30Days", row.getLong("older"));
                    json.put("oldestDays", oldest == null ? null : days(oldest.toInstant(), view.now()));
                    return json;
                })
                .single();
    }
}
