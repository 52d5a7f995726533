package brightline.query.desk;

import brightline.edge.access.Action;
import brightline.edge.access.Does;
import brightline.events.deadline.DeadlineRule;
import brightline.events.deadline.DeadlineRules;
import brightline.query.desk.DeskReader.View;
import brightline.query.projection.RecordRow;
import brightline.query.question.Asked;
import brightline.query.question.Basis;
import brightline.query.question.Conditions;
import brightline.query.question.Filter;
import brightline.query.question.Paging;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
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
            @Nullable
            String state,

            @Filter(value = "Row of the table of deadlines", example = "IL-DRUG-POLICE", where = "t.rule = :rule")
            @Nullable
            String rule,

            @Filter(value = "Role that answers for it", example = "supervisor", where = "t.responsible = :responsible")
            @Nullable
            String responsible,

            @Filter(value = "Id of the contact it is about", where = "t.interaction_id = :interaction") @Nullable
            UUID interaction,

            @Filter(value = "Id of the officer it is about", where = "t.officer = :officer") @Nullable
            UUID officer,

            Basis basis,
            Paging paging) {}

    /**
     * A deadline with where it comes from.
     *
     * @param responsible role that answers for it
     * @param state WAITING, MET, MET_LATE (done after the moment), MISSED (not known to be done at all) or CANCELLED
     * @param manner how it was met; null where it was not
     */
    record Deadline(
            UUID deadlineId,
            long begunIndex,
            Instant begunAt,
            String rule,
            @Nullable UUID interactionId,
            @Nullable UUID officer,
            @Nullable String school,
            Instant triggeredAt,
            Instant dueAt,
            String responsible,
            String source,
            boolean verified,
            String state,
            @Nullable Instant metAt,
            @Nullable String manner,
            @Nullable String cancelledBecause) {
        /** Null where the table no longer has the rule. */
        @JsonProperty
        @Nullable
        String title() {
            return DeadlineRules.named(rule).map(DeadlineRule::title).orElse(null);
        }
    }

    /**
     * A stretch of the list.
     *
     * @param next where the list goes on; absent at the end
     * @param states how many there are of each state, whatever is filtered
     */
    record Deadlines(
            List<Deadline> items,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String next,

            long index,
            Map<String, Long> states) {}

    /** A row of the table of deadlines. @param on whether it sets deadlines here */
    record Rule(
            String rule,
            String title,
            String jurisdiction,
            DeadlineRule.Trigger trigger,
            List<String> conduct,
            String due,
            String responsible,
            String source,
            String verification,
            boolean verified,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo,
            boolean on) {
        static Rule of(DeadlineRule rule, boolean on) {
            return new Rule(
                    rule.rule(),
                    rule.title(),
                    rule.jurisdiction(),
                    rule.trigger(),
                    rule.conduct().stream().map(Object::toString).sorted().toList(),
                    rule.due(),
                    rule.responsible(),
                    rule.source(),
                    rule.verification(),
                    rule.verified(),
                    rule.validFrom(),
                    rule.validTo(),
                    on);
        }
    }

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
    Deadlines deadlines(@Asked Question question) {
        return reader.read(question.basis(), view -> {
            DeskList<Deadline> list = reader.page(
                    question.paging(), view, "rm.deadline t", Conditions.of(question), RecordRow.of(Deadline.class));
            return new Deadlines(list.items(), list.next(), list.index(), states(view));
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
    DeskList<Rule> rules(@Asked Basis basis) {
        return reader.read(basis, view -> {
            Map<String, Boolean> switched = new LinkedHashMap<>();
            reader.jdbc()
                    .sql("select rule, switched_on from rm.deadline_switch t where " + DeskReader.AS_KNOWN)
                    .param("horizon", view.horizon())
                    .query((row, _) -> switched.put(row.getString("rule"), row.getBoolean("switched_on")))
                    .list();
            return new DeskList<>(
                    DeadlineRules.standard().stream()
                            .map(rule -> Rule.of(rule, switched.getOrDefault(rule.rule(), rule.on())))
                            .toList(),
                    null,
                    view.horizon());
        });
    }
}
