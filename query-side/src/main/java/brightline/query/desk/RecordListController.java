package brightline.query.desk;

import brightline.edge.access.AccountRole;
import brightline.edge.access.Action;
import brightline.edge.access.CurrentActor;
import brightline.edge.access.Does;
import brightline.query.projection.RecordRow;
import brightline.query.question.Asked;
import brightline.query.question.Basis;
import brightline.query.question.Conditions;
import brightline.query.question.Filter;
import brightline.query.question.Paging;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Records given away, requests about records, and evaluations. */
@RestController
final class RecordListController {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final RecordRow<Evaluation> EVALUATION = RecordRow.of(Evaluation.class);
    private static final UUID NOBODY = new UUID(0, 0);

    /** What is asked of records given away. */
    record DisclosureQuestion(
            @Filter(
                    value = "Whether a notice is due, or was sent",
                    example = "DUE",
                    where = "t.notice = :notice",
                    oneOf = {"NONE", "DUE", "SENT"})
            @Nullable
            String notice,

            @Filter(
                    value = "Code list disclosure-recipient",
                    example = "SCHOOL",
                    where = "t.recipient = :recipient",
                    codeList = "disclosure-recipient")
            @Nullable
            String recipient,

            @Filter(value = "Id of the contact it is about", where = "t.interaction_id = :interaction") @Nullable
            UUID interaction,

            Basis basis,
            Paging paging) {}

    /** What is asked of requests about records. */
    record RequestQuestion(
            @Filter(
                    value = "open or decided; absent for both",
                    example = "open",
                    where = "(t.decision is null) = (:state = 'open')",
                    oneOf = {"open", "decided"})
            @Nullable
            String state,

            @Filter(
                    value = "Code list request-kind",
                    example = "AMEND",
                    where = "t.kind = :kind",
                    codeList = "request-kind")
            @Nullable
            String kind,

            @Filter(value = "Id of the contact it is about", where = "t.interaction_id = :interaction") @Nullable
            UUID interaction,

            Basis basis,
            Paging paging) {}

    /** What is asked of evaluations. */
    record EvaluationQuestion(
            @Filter(value = "Id of the officer it is about", where = "t.officer = :officer") @Nullable
            UUID officer,

            @Filter(value = "Edition of the criteria", example = "2025-1", where = "t.criteria = :criteria") @Nullable
            String criteria,

            Basis basis,
            Paging paging) {}

    private final DeskReader reader;

    RecordListController(DeskReader reader) {
        this.reader = reader;
    }

    @Operation(
            summary = "Records given away, and notices due",
            description = "A notice is due where the record turned out to be about another student, or was voided.")
    @Does(Action.LIST_DISCLOSURES)
    @GetMapping("/api/queries/disclosures")
    DeskList<Disclosure> disclosures(@Asked DisclosureQuestion question) {
        return reader.read(
                question.basis(),
                view -> reader.page(
                        question.paging(),
                        view,
                        "rm.disclosure t",
                        Conditions.of(question),
                        RecordRow.of(Disclosure.class)));
    }

    @Operation(summary = "Requests to see or amend a record", description = "An open one has no decision.")
    @Does(Action.LIST_RECORD_REQUESTS)
    @GetMapping("/api/queries/requests")
    DeskList<RecordRequest> requests(@Asked RequestQuestion question) {
        return reader.read(
                question.basis(),
                view -> reader.page(
                        question.paging(),
                        view,
                        "rm.record_request t",
                        Conditions.of(question),
                        RecordRow.of(RecordRequest.class)));
    }

    @Operation(
            summary = "Evaluations with their frozen figures",
            description = "An officer's account reads the officer's own.")
    @Does(Action.LIST_EVALUATIONS)
    @GetMapping("/api/queries/evaluations")
    DeskList<Evaluation> evaluations(@Asked EvaluationQuestion question, CurrentActor actor) {
        Conditions conditions = Conditions.of(question);
        if (actor.role() == AccountRole.SRO) {
            conditions.and("t.officer = :own").with("own", actor.officerId() == null ? NOBODY : actor.officerId());
        }
        return reader.read(
                question.basis(),
                view -> reader.page(
                        question.paging(),
                        view,
                        "rm.evaluation t",
                        conditions,
                        (row, _) -> EVALUATION.read(
                                row, List.of(JSON.readValue(row.getString("figures"), Evaluation.Figure[].class)))));
    }
}
