package brightline.query.desk;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import java.util.ArrayList;
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
import tools.jackson.databind.json.JsonMapper;

/** Records given away, requests about records, and evaluations. */
@RestController
final class RecordListController {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID NOBODY = new UUID(0, 0);
    private static final Map<String, Function<String, Boolean>> DISCLOSURES = Map.of(
            "notice", DeskQuestion.oneOf("NONE", "DUE", "SENT"),
            "recipient", DeskQuestion::isWord,
            "interaction", DeskQuestion::isUuid);
    private static final Map<String, Function<String, Boolean>> REQUESTS = Map.of(
            "state", DeskQuestion.oneOf("open", "decided"),
            "kind", DeskQuestion::isWord,
            "interaction", DeskQuestion::isUuid);
    private static final Map<String, Function<String, Boolean>> EVALUATIONS =
            Map.of("officer", DeskQuestion::isUuid, "criteria", DeskQuestion::isWord);
    private final DeskReader reader;

    RecordListController(DeskReader reader) {
        this.reader = reader;
    }

    @Operation(
            summary = "Records given away, and notices due",
            description = "A notice is due where the record turned out to be about another student, or was voided.")
    @ListParameters
    @Parameter(in = ParameterIn.QUERY, name = "notice", description = "NONE, DUE or SENT", example = "DUE")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "recipient",
            description = "Code list disclosure-recipient",
            example = "SCHOOL")
    @Parameter(in = ParameterIn.QUERY, name = "interaction", description = "Id of the contact it is about")
    @Does(Action.LIST_DISCLOSURES)
    @GetMapping("/api/queries/disclosures")
    Map<String, @Nullable Object> disclosures(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        DeskQuestion question = DeskQuestion.read(parameters, DISCLOSURES);
        Conditions conditions = new Conditions();
        conditions.equal("notice", question.filter("notice"));
        conditions.equal("recipient", question.filter("recipient"));
        conditions.equalId("interaction_id", question.filter("interaction"));
        return page(question, "rm.disclosure t", conditions, row -> {
            row.put("parts", DeskReader.codes(row.get("parts")));
            return row;
        });
    }

    @Operation(summary = "Requests to see or amend a record", description = "An open one has no decision.")
    @ListParameters
    @Parameter(
            in = ParameterIn.QUERY,
            name = "state",
            description = "open or decided; absent for both",
            example = "open")
    @Parameter(in = ParameterIn.QUERY, name = "kind", description = "Code list request-kind", example = "AMEND")
    @Parameter(in = ParameterIn.QUERY, name = "interaction", description = "Id of the contact it is about")
    @Does(Action.LIST_RECORD_REQUESTS)
    @GetMapping("/api/queries/requests")
    Map<String, @Nullable Object> requests(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        DeskQuestion question = DeskQuestion.read(parameters, REQUESTS);
        Conditions conditions = new Conditions();
        conditions.equal("kind", question.filter("kind"));
        conditions.equalId("interaction_id", question.filter("interaction"));
        String state = question.filter("state");
        if (state != null) {
            conditions.is("t.decision is " + (state.equals("open") ? "null" : "not null"));
        }
        return page(question, "rm.record_request t", conditions, Function.identity());
    }

    @Operation(
            summary = "Evaluations with their frozen figures",
            description = "An officer's account reads the officer's own.")
    @ListParameters
    @Parameter(in = ParameterIn.QUERY, name = "officer", description = "Id of the officer it is about")
    @Parameter(in = ParameterIn.QUERY, name = "criteria", description = "Edition of the criteria", example = "2025-1")
    @Does(Action.LIST_EVALUATIONS)
    @GetMapping("/api/queries/evaluations")
    Map<String, @Nullable Object> evaluations(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters,
            @Parameter(hidden = true) CurrentActor actor) {
        DeskQuestion question = DeskQuestion.read(parameters, EVALUATIONS);
        Conditions conditions = new Conditions();
        conditions.equal("criteria", question.filter("criteria"));
        conditions.equalId("officer", question.filter("officer"));
        if (actor.role() == AccountRole.SRO) {
            conditions.is("t.officer = :own");
            conditions.values.put("own", actor.officerId() == null ? NOBODY : actor.officerId());
        }
        return page(question, "rm.evaluation t", conditions, row -> {
            row.put("figures", JSON.readTree(String.valueOf(row.get("figures"))));
            row.put("steps", DeskReader.codes(row.get("steps")));
            return row;
        });
    }

    private Map<String, @Nullable Object> page(
            DeskQuestion question,
            String from,
            Conditions conditions,
            Function<Map<String, @Nullable Object>, Map<String, @Nullable Object>> more) {
        return reader.read(
                question.asKnownOn(),
                question.atLeastIndex(),
                view -> reader.page(question, view, from, conditions.all(), conditions.values, more));
    }

    private static final class Conditions {
        private final List<String> texts = new ArrayList<>(List.of("true"));
        private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

        void is(String text) {
            texts.add(text);
        }

        void equal(String column, @Nullable Object value) {
            if (value != null) {
                texts.add("t." + column + " = :" + column);
                values.put(column, value);
            }
        }

        void equalId(String column, @Nullable String id) {
            equal(column, id == null ? null : UUID.fromString(id));
        }

        String all() {
            return String.join(" and ", texts);
        }
    }
}
