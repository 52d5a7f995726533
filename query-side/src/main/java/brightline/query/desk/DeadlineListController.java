package brightline.query.desk;

import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.events.deadline.DeadlineRule;
import brightline.events.deadline.DeadlineRules;
import brightline.query.desk.DeskReader.View;
import brightline.query.question.Asked;
import brightline.query.question.Basis;
import brightline.query.question.Conditions;
import brightline.query.question.Filter;
import brightline.query.question.Paging;
import io.swagger.v3.oas.annotations.Operation;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Deadlines with their source, and the table they come from. */
@RestController
final class DeadlineListController {
    /** What is asked of deadlines. */
    record Question(
            @Filter(
                            value = "What became of it",
                            example = "MISSED",
                            where = "t.state = :state",
                            oneOf = {"WAITING", "MET", "MET_LATE", "MISSED", "CANCELLED"})
                    @Nullable String state,
            @Filter(value = "Row of the table of deadlines", example = "IL-DRUG-POLICE", where = "t.rule = :rule")
                    @Nullable String rule,
            @Filter(
                            value = "Role that answers for it",
                            example = "supervisor",
                            where = "t.responsible = :responsible")
                    @Nullable String responsible,
            @Filter(value = "Id of the contact it is about", where = "t.interaction_id = :interaction") @Nullable
                    UUID interaction,
            @Filter(value = "Id of the officer it is about", where = "t.officer = :officer") @Nullable UUID officer,
            Basis basis,
            Paging paging) {}

    private final DeskReader reader;

    DeadlineListController(DeskReader reader) {
        this.reader = reader;
    }

    @Operation(
            summary = "Deadlines and what became of them",
            description =
                    "MET_LATE was done after the moment, MISSED is not known to be done at all. The states count all "
                            + "deadlines, whatever is filtered.")
    @Does(Action.LIST_DEADLINES)
    @GetMapping("/api/queries/deadlines")
    Map<String, @Nullable Object> deadlines(@Asked Question question) {
        return reader.read(question.basis(), view -> {
            Map<String, @Nullable Object> json =
                    reader.page(question.paging(), view, "rm.deadline t", Conditions.of(question), row -> {
                        row.put(
                                "title",
                                DeadlineRules.named(String.valueOf(row.get("rule")))
                                        .map(DeadlineRule::title)
                                        .orElse(null));
                        return row;
                    });
            json.put("states", states(view));
            return json;
        });
    }

    private Map<String, Long> states(View view) {
        Map<String, Long> states = new TreeMap<>();
        reader.jdbc()
                .sql("select state, count(*) as n from rm.deadline t where " + DeskReader.AS_KNOWN + " group by state")
                .param("horizon", view.horizon())
                .query((row, _) -> states.put(row.getString("state"), row.getLong("n")))
                .list();
        return states;
    }

    @Operation(
            summary = "The table that deadlines come from",
            description = "Each row with its source, how sure it is, and whether it sets deadlines here.")
    @Does(Action.LIST_DEADLINES)
    @GetMapping("/api/queries/deadline-rules")
    Map<String, @Nullable Object> rules(@Asked Basis basis) {
        return reader.read(basis, view -> {
            Map<String, Boolean> switched = new LinkedHashMap<>();
            reader.jdbc()
                    .sql("select rule, switched_on from rm.deadline_switch t where " + DeskReader.AS_KNOWN)
                    .param("horizon", view.horizon())
                    .query((row, _) -> switched.put(row.getString("rule"), row.getBoolean("switched_on")))
                    .list();
            Map<String, @Nullable Object> json = new LinkedHashMap<>();
            json.put(
                    "items",
                    DeadlineRules.standard().stream()
                            .map(rule -> json(rule, switched.getOrDefault(rule.rule(), rule.on())))
                            .toList());
            json.put("index", view.horizon());
            return json;
        });
    }

    private static Map<String, @Nullable Object> json(DeadlineRule rule, boolean on) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rule", rule.rule());
        json.put("title", rule.title());
        json.put("jurisdiction", rule.jurisdiction());
        json.put("trigger", rule.trigger());
        json.put(
                "conduct",
                rule.conduct().stream().map(Object::toString).sorted().toList());
        json.put("due", rule.due());
        json.put("responsible", rule.responsible());
        json.put("source", rule.source());
        json.put("verification", rule.verification());
        json.put("verified", rule.verified());
        json.put("validFrom", rule.validFrom());
        json.put("validTo", rule.validTo());
        json.put("on", on);
        return json;
    }
}
