package brightline.query.desk;

import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.events.deadline.DeadlineRule;
import brightline.events.deadline.DeadlineRules;
import brightline.query.desk.DeskReader.View;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Deadlines with their source, and the table they come from. */
@RestController
final class DeadlineListController {
    private static final Map<String, Function<String, Boolean>> FILTERS = Map.of(
            "state", DeskQuestion.oneOf("WAITING", "MET", "MET_LATE", "MISSED", "CANCELLED"),
            "rule", DeskQuestion::isWord,
            "responsible", DeskQuestion::isWord,
            "interaction", DeskQuestion::isUuid,
            "officer", DeskQuestion::isUuid);
    private final DeskReader reader;

    DeadlineListController(DeskReader reader) {
        this.reader = reader;
    }

    @Operation(
            summary = "Deadlines and what became of them",
            description =
                    "MET_LATE was done after the moment, MISSED is not known to be done at all. The states count all "
                            + "deadlines, whatever is filtered.")
    @ListParameters
    @Parameter(
            in = ParameterIn.QUERY,
            name = "state",
            description = "WAITING, MET, MET_LATE, MISSED or CANCELLED",
            example = "MISSED")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "rule",
            description = "Row of the table of deadlines",
            example = "IL-DRUG-POLICE")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "responsible",
            description = "Role that answers for it",
            example = "supervisor")
    @Parameter(in = ParameterIn.QUERY, name = "interaction", description = "Id of the contact it is about")
    @Parameter(in = ParameterIn.QUERY, name = "officer", description = "Id of the officer it is about")
    @Does(Action.LIST_DEADLINES)
    @GetMapping("/api/queries/deadlines")
    Map<String, @Nullable Object> deadlines(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        DeskQuestion question = DeskQuestion.read(parameters, FILTERS);
        return reader.read(question.asKnownOn(), question.atLeastIndex(), view -> {
            Map<String, @Nullable Object> json = list(question, view);
            json.put("states", states(view));
            return json;
        });
    }

    private Map<String, @Nullable Object> list(DeskQuestion question, View view) {
        List<String> conditions = new ArrayList<>(List.of("true"));
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String column : List.of("state", "rule", "responsible")) {
            if (question.filter(column) != null) {
                conditions.add("t." + column + " = :" + column);
                values.put(column, question.filter(column));
            }
        }
        String interaction = question.filter("interaction");
        if (interaction != null) {
            conditions.add("t.interaction_id = :interaction");
            values.put("interaction", UUID.fromString(interaction));
        }
        String officer = question.filter("officer");
        if (officer != null) {
            conditions.add("t.officer = :officer");
            values.put("officer", UUID.fromString(officer));
        }
        return reader.page(question, view, "rm.deadline t", String.join(" and ", conditions), values, row -> {
            row.put(
                    "title",
                    DeadlineRules.named(String.valueOf(row.get("rule")))
                            .map(DeadlineRule::title)
                            .orElse(null));
            return row;
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
    @ListParameters
    @Does(Action.LIST_DEADLINES)
    @GetMapping("/api/queries/deadline-rules")
    Map<String, @Nullable Object> rules(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        DeskQuestion question = DeskQuestion.read(parameters, Map.of());
        return reader.read(question.asKnownOn(), question.atLeastIndex(), view -> {
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
