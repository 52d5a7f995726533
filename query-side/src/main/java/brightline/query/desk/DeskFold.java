package brightline.query.desk;

import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.activity.ActivityEvent;
import brightline.events.activity.ActivityEvent.ActivityLogged;
import brightline.events.activity.ActivityEvent.ActivityWithdrawn;
import brightline.events.clash.ClashEvent;
import brightline.events.clash.ClashEvent.*;
import brightline.events.deadline.DeadlineEvent;
import brightline.events.deadline.DeadlineEvent.*;
import brightline.events.deadline.DeadlineRuleEvent;
import brightline.events.deadline.DeadlineRuleEvent.DeadlineRuleSwitched;
import brightline.events.disclosure.DisclosureEvent;
import brightline.events.disclosure.DisclosureEvent.*;
import brightline.events.evaluation.EvaluationEvent;
import brightline.events.evaluation.EvaluationEvent.*;
import brightline.events.request.RequestEvent;
import brightline.events.request.RequestEvent.*;
import brightline.events.review.ComplaintEvent;
import brightline.events.review.ComplaintEvent.ComplaintReceived;
import brightline.events.review.ReviewEvent;
import brightline.events.review.ReviewEvent.*;
import brightline.events.work.WorkEvent;
import brightline.events.work.WorkEvent.ItemDone;
import brightline.events.work.WorkEvent.ItemRead;
import brightline.query.projection.Recorded;
import brightline.query.projection.Row;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Which row an event belongs to, and what it makes of it. */
final class DeskFold {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DeskFold() {}

    /** A table with a row for each event of a stream. @param key column of the stream's id */
    record Place(String table, String key) {}

    record Change(Place place, Consumer<Row> apply) {}

    /** Null for an event that is nobody's on the desk. */
    static @Nullable Change of(Recorded recorded) {
        return switch (recorded.event()) {
            case ComplaintEvent one -> change("complaint", "complaint_id", row -> apply(row, one));
            case ReviewEvent one -> change("review", "review_id", row -> apply(row, one, recorded.recordedAt()));
            case DeadlineEvent one -> change("deadline", "deadline_id", row -> apply(row, one));
            case DeadlineRuleEvent one -> change("deadline_switch", "deadline_rule_id", row -> apply(row, one));
            case DisclosureEvent one -> change("disclosure", "disclosure_id", row -> apply(row, one));
            case RequestEvent one -> change("record_request", "request_id", row -> apply(row, one));
            case EvaluationEvent one -> change("evaluation", "evaluation_id", row -> apply(row, one));
            case ActivityEvent one -> change("activity", "activity_id", row -> apply(row, one));
            case ClashEvent one -> change("number_clash", "clash_id", row -> apply(row, one));
            case WorkEvent one -> change("work_mark", "work_item_id", row -> apply(row, one));
            default -> null;
        };
    }

    private static Change change(String table, String key, Consumer<Row> apply) {
        return new Change(new Place(table, key), apply);
    }

    private static void apply(Row row, ComplaintEvent event) {
        switch (event) {
            case ComplaintReceived received ->
                row.set("incident_id", received.incidentId())
                        .set("interaction_id", received.interactionId())
                        .set("kind", received.kind())
                        .set("received_at", received.receivedAt());
        }
    }

    private static void apply(Row row, ReviewEvent event, Instant recordedAt) {
        switch (event) {
            case ReviewOpened opened ->
                row.set("ground", opened.ground())
                        .set("incident_id", opened.incidentId())
                        .set("interaction_id", opened.interactionId())
                        .set("complaint_id", opened.complaintId())
                        .set(
                                "classes",
                                opened.classes().stream()
                                        .map(DerivedClass::involvementClass)
                                        .collect(Collectors.joining(",")))
                        .set("state", "OPEN");
            case ReviewAssigned assigned -> row.set("owner", assigned.owner());
            case ClassOverridden _ -> {
                // Stands in a table of its own.
            }
            case ReviewClosed closed ->
                row.set("state", "CLOSED")
                        .set("conclusion", closed.conclusion())
                        .set("closed_at", recordedAt);
        }
    }

    private static void apply(Row row, DeadlineEvent event) {
        switch (event) {
            case DeadlineSet set ->
                row.set("rule", set.rule())
                        .set("interaction_id", set.interactionId())
                        .set("officer", set.officerId())
                        .set("school", set.school())
                        .set("triggered_at", set.triggeredAt())
                        .set("due_at", set.dueAt())
                        .set("responsible", set.responsible())
                        .set("source", set.source())
                        .set("verified", set.verified())
                        .set("state", "WAITING")
                        .set("met_at", null)
                        .set("manner", null)
                        .set("cancelled_because", null);
            case DeadlineMoved moved -> {
                row.set("triggered_at", moved.triggeredAt()).set("due_at", moved.dueAt());
                Instant metAt = row.moment("met_at");
                row.set("state", metAt == null ? "WAITING" : met(metAt, moved.dueAt()));
            }
            case DeadlineMet met ->
                row.set("met_at", met.metAt())
                        .set("manner", met.manner())
                        .set("state", met(met.metAt(), row.moment("due_at")));
            case DeadlineMissed _ -> row.set("state", "MISSED");
            case DeadlineCancelled cancelled ->
                row.set("state", "CANCELLED").set("cancelled_because", cancelled.reason());
        }
    }

    private static String met(Instant metAt, @Nullable Instant dueAt) {
        return dueAt != null && metAt.isAfter(dueAt) ? "MET_LATE" : "MET";
    }

    private static void apply(Row row, DeadlineRuleEvent event) {
        switch (event) {
            case DeadlineRuleSwitched switched ->
                row.set("rule", switched.rule()).set("switched_on", switched.on());
        }
    }

    private static void apply(Row row, DisclosureEvent event) {
        switch (event) {
            case DisclosureMade made ->
                row.set("interaction_id", made.interactionId())
                        .set("recipient", made.recipient())
                        .set("basis", made.basis())
                        .set("parts", codes(made.parts()))
                        .set("disclosed_at", made.disclosedAt())
                        .set("notice", "NONE");
            case NoticeDue due ->
                row.set("notice", "DUE").set("notice_cause", due.cause()).set("corrected_at", due.correctedAt());
            case NoticeSent sent ->
                row.set("notice", "SENT").set("notice_sent_at", sent.sentAt()).set("notice_manner", sent.manner());
        }
    }

    private static void apply(Row row, RequestEvent event) {
        switch (event) {
            case RequestReceived received ->
                row.set("interaction_id", received.interactionId())
                        .set("kind", received.kind())
                        .set("asked_by", received.from())
                        .set("received_at", received.receivedAt())
                        .set("with_statement", false);
            case RequestDecided decided ->
                row.set("decision", decided.decision()).set("decided_on", decided.decidedOn());
            case StatementAdded _ -> row.set("with_statement", true);
        }
    }

    private static void apply(Row row, EvaluationEvent event) {
        switch (event) {
            case EvaluationMade made ->
                row.set("officer", made.officerId())
                        .set("from_day", made.from())
                        .set("to_day", made.to())
                        .set("evaluator", made.evaluator())
                        .set("criteria", made.criteria())
                        .set("figures", JSON.writeValueAsString(made.figures()))
                        .set("replied", false);
            case OfficerReplied _ -> row.set("replied", true);
            case NextStepsSet next -> row.set("steps", codes(next.steps())).set("look_again_on", next.lookAgainOn());
        }
    }

    private static void apply(Row row, ActivityEvent event) {
        switch (event) {
            case ActivityLogged logged ->
                row.set("officer", logged.officerId())
                        .set("school", logged.school())
                        .set("kind", logged.kind())
                        .set("started_at", logged.startedAt())
                        .set("minutes", logged.minutes())
                        .set("students", logged.students())
                        .set("withdrawn", false);
            case ActivityWithdrawn _ -> row.set("withdrawn", true);
        }
    }

    private static void apply(Row row, ClashEvent event) {
        switch (event) {
            case ClashFound found ->
                row.set("kept", found.kept())
                        .set("first_holder", found.from())
                        .set("cause", found.cause())
                        .set("import_id", found.importId())
                        .set("state", "OPEN");
            case FoundSame _ -> row.set("state", "SAME");
            case FoundDifferent _ -> row.set("state", "DIFFERENT");
            case ClashReopened _ -> row.set("state", "OPEN");
        }
    }

    private static void apply(Row row, WorkEvent event) {
        row.set("item", event.item()).set("account", event.account());
        switch (event) {
            case ItemRead _ -> row.set("state", "READ");
            case ItemDone _ -> row.set("state", "DONE");
        }
    }

    /** How an override's part is named: by the officer's id, or by nothing. */
    static String part(@Nullable OfficerId officer) {
        return officer == null ? "" : officer.toString();
    }

    private static String codes(List<Code> codes) {
        return codes.stream().map(Code::code).collect(Collectors.joining(","));
    }
}
