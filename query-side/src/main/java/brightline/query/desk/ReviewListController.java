package brightline.query.desk;

import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.events.review.ReviewEvent.Ground;
import brightline.query.desk.DeskReader.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reviews and their backlog. */
@RestController
final class ReviewListController {
    private static final Map<String, Function<String, Boolean>> FILTERS = Map.of(
            "state", DeskQuestion.oneOf("open", "closed"),
            "ground",
                    DeskQuestion.oneOf(
                            Arrays.stream(Ground.values()).map(Enum::name).toArray(String[]::new)),
            "owner", DeskQuestion::isWord,
            "interaction", DeskQuestion::isUuid,
            "olderThanDays", DeskQuestion::isNumber);
    private final DeskReader reader;

    ReviewListController(DeskReader reader) {
        this.reader = reader;
    }

    @Operation(
            summary = "Reviews, and how many wait",
            description = "The backlog counts all reviews that are open, whatever is filtered.")
    @ListParameters
    @Parameter(
            in = ParameterIn.QUERY,
            name = "state",
            description = "open or closed; absent for both",
            example = "open")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "ground",
            description =
                    "ARREST, NEEDS_REVIEW, FLAGGED_CLASS, COMPLAINT, or of a voided contact VOIDED_ARREST, VOIDED_FORCE, "
                            + "VOIDED_FLAGGED_CLASS: what it had held",
            example = "FLAGGED_CLASS")
    @Parameter(in = ParameterIn.QUERY, name = "owner", description = "Account that has it", example = "supervisor")
    @Parameter(in = ParameterIn.QUERY, name = "interaction", description = "Id of the contact it is about")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "olderThanDays",
            description = "Begun more than this many days ago",
            example = "3")
    @Does(Action.LIST_REVIEWS)
    @GetMapping("/api/queries/reviews")
    Map<String, @Nullable Object> reviews(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        DeskQuestion question = DeskQuestion.read(parameters, FILTERS);
        return reader.read(question.asKnownOn(), question.atLeastIndex(), view -> {
            Map<String, @Nullable Object> json = list(question, view);
            json.put("backlog", backlog(view));
            return json;
        });
    }

    private Map<String, @Nullable Object> list(DeskQuestion question, View view) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        String state = question.filter("state");
        if (state != null) {
            conditions.add("t.state = :state");
            values.put("state", state.equals("open") ? "OPEN" : "CLOSED");
        }
        if (question.filter("ground") != null) {
            conditions.add("t.ground = :ground");
            values.put("ground", question.filter("ground"));
        }
        if (question.filter("owner") != null) {
            conditions.add("t.owner = :owner");
            values.put("owner", question.filter("owner"));
        }
        String interaction = question.filter("interaction");
        if (interaction != null) {
            conditions.add("t.interaction_id = :interaction");
            values.put("interaction", UUID.fromString(interaction));
        }
        String days = question.filter("olderThanDays");
        if (days != null) {
            conditions.add("t.begun_at < :begunBefore");
            values.put("begunBefore", Timestamp.from(view.now().minus(Duration.ofDays(Long.parseLong(days)))));
        }
        return reader.page(
                question,
                view,
                "rm.review t" + DeskReader.CASE,
                String.join(" and ", conditions),
                values,
                row -> told(row, view));
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
