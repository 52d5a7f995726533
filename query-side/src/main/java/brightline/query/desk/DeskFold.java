package brightline.query.desk;

import brightline.events.Code;
import brightline.events.OfficerId;
import brightline.events.activity.ActivityEvent;
import brightline.events.activity.ActivityEvent.ActivityLogged;
import brightline.events.activity.ActivityEvent.ActivityWithdrawn;
import brightline.events.deadline.DeadlineEvent;
import brightline.events.deadline.DeadlineEvent.DeadlineCancelled;
import brightline.events.deadline.DeadlineEvent.DeadlineMet;
import brightline.events.deadline.DeadlineEvent.DeadlineMissed;
import brightline.events.deadline.DeadlineEvent.DeadlineMoved;
import brightline.events.deadline.DeadlineEvent.DeadlineSet;
import brightline.events.deadline.DeadlineRuleEvent;
import brightline.events.deadline.DeadlineRuleEvent.DeadlineRuleSwitched;
import brightline.events.disclosure.DisclosureEvent;
import brightline.events.disclosure.DisclosureEvent.DisclosureMade;
import brightline.events.disclosure.DisclosureEvent.NoticeDue;
import brightline.events.disclosure.DisclosureEvent.NoticeSent;
import brightline.events.evaluation.EvaluationEvent;
import brightline.events.evaluation.EvaluationEvent.EvaluationMade;
import brightline.events.evaluation.EvaluationEvent.NextStepsSet;
import brightline.events.evaluation.EvaluationEvent.OfficerReplied;
import brightline.events.request.RequestEvent;
import brightline.events.request.RequestEvent.RequestDecided;
import brightline.events.request.RequestEvent.RequestReceived;
import brightline.events.request.RequestEvent.StatementAdded;
import brightline.events.review.ComplaintEvent;
import brightline.events.review.ComplaintEvent.ComplaintReceived;
import brightline.events.review.ReviewEvent;
import brightline.events.review.ReviewEvent.ClassOverridden;
import brightline.events.review.ReviewEvent.DerivedClass;
import brightline.events.review.ReviewEvent.ReviewAssigned;
import brightline.events.review.ReviewEvent.ReviewClosed;
import brightline.events.review.ReviewEvent.ReviewOpened;
import brightline.events.work.WorkEvent;
import brightline.events.work.WorkEvent.ItemDone;
import brightline.events.work.WorkEvent.ItemRead;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Which row an event belongs to, and what it makes of it. */
final class DeskFold {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DeskFold() {}

    /** @param key the stream's id */
    record Change(DeskTable table, UUID key, Consumer<DeskRow> apply) {}

    /** Null for an event that is nobody's on the desk. */
    static @Nullable Change of(Object event) {
        return switch (event) {
            case ComplaintEvent one -> change("complaint", one.complaintId().value(), row -> apply(row, one));
            case ReviewEvent one -> change("review", one.reviewId().value(), row -> apply(row, one));
            case DeadlineEvent one -> change("deadline", one.deadlineId().value(), row -> apply(row, one));
            case DeadlineRuleEvent one ->
                change("deadline_switch", one.deadlineRuleId().value(), row -> apply(row, one));
            case DisclosureEvent one -> change("disclosure", one.disclosureId().value(), row -> apply(row, one));
            case RequestEvent one -> change("record_request", one.requestId().value(), row -> apply(row, one));
            case EvaluationEvent one -> change("evaluation", one.evaluationId().value(), row -> apply(row, one));
            case ActivityEvent one -> change("activity", one.activityId().value(), row -> apply(row, one));
            case WorkEvent one -> change("work_mark", one.workItemId().value(), row -> apply(row, one));
            default -> null;
        };
    }

    private static Change change(String table, UUID key, Consumer<DeskRow> apply) {
        return new Change(DeskTable.named(table), key, apply);
    }

    private static void apply(DeskRow row, ComplaintEvent event) {
        switch (event) {
            case ComplaintReceived received ->
                row.set(
                                "incident_id",
                                received.incidentId() == null
                                        ? null
                                        : received.incidentId().value())
                        .set(
                                "interaction_id",
                                received.interactionId() == null
                                        ? null
                                        : received.interactionId().value())
                        .set("kind", received.kind().code())
                        .set("received_at", received.receivedAt());
        }
    }

    private static void apply(DeskRow row, ReviewEvent event) {
        switch (event) {
            case ReviewOpened opened ->
                row.set("ground", opened.ground().name())
                        .set(
                                "incident_id",
                                opened.incidentId() == null
                                        ? null
                                        : opened.incidentId().value())
                        .set(
                                "interaction_id",
                                opened.interactionId() == null
                                        ? null
                                        : opened.interactionId().value())
                        .set(
                                "complaint_id",
                                opened.complaintId() == null
                                        ? null
                                        : opened.complaintId().value())
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
                        .set("conclusion", closed.conclusion().code())
                        .set("closed_at", row.recordedAt());
        }
    }

    private static void apply(DeskRow row, DeadlineEvent event) {
        switch (event) {
            case DeadlineSet set ->
                row.set("rule", set.rule())
                        .set(
                                "interaction_id",
                                set.interactionId() == null
                                        ? null
                                        : set.interactionId().value())
                        .set(
                                "officer",
                                set.officerId() == null ? null : set.officerId().value())
                        .set(
                                "school",
                                set.school() == null ? null : set.school().value())
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
                        .set("manner", code(met.manner()))
                        .set("state", met(met.metAt(), row.moment("due_at")));
            case DeadlineMissed _ -> row.set("state", "MISSED");
            case DeadlineCancelled cancelled ->
                row.set("state", "CANCELLED")
                        .set("cancelled_because", cancelled.reason().code());
        }
    }

    private static String met(Instant metAt, @Nullable Instant dueAt) {
        return dueAt != null && metAt.isAfter(dueAt) ? "MET_LATE" : "MET";
    }

    private static void apply(DeskRow row, DeadlineRuleEvent event) {
        switch (event) {
            case DeadlineRuleSwitched switched ->
                row.set("rule", switched.rule()).set("switched_on", switched.on());
        }
    }

    private static void apply(DeskRow row, DisclosureEvent event) {
        switch (event) {
            case DisclosureMade made ->
                row.set("interaction_id", made.interactionId().value())
                        .set("recipient", made.recipient().code())
                        .set("basis", made.basis().code())
                        .set("parts", codes(made.parts()))
                        .set("disclosed_at", made.disclosedAt())
                        .set("notice", "NONE");
            case NoticeDue due ->
                row.set("notice", "DUE").set("notice_cause", due.cause().code()).set("corrected_at", due.correctedAt());
            case NoticeSent sent ->
                row.set("notice", "SENT")
                        .set("notice_sent_at", sent.sentAt())
                        .set("notice_manner", sent.manner().code());
        }
    }

    private static void apply(DeskRow row, RequestEvent event) {
        switch (event) {
            case RequestReceived received ->
                row.set("interaction_id", received.interactionId().value())
                        .set("kind", received.kind().code())
                        .set("asked_by", received.from().code())
                        .set("received_at", received.receivedAt())
                        .set("with_statement", false);
            case RequestDecided decided ->
                row.set("decision", decided.decision().code()).set("decided_on", decided.decidedOn());
            case StatementAdded _ -> row.set("with_statement", true);
        }
    }

    private static void apply(DeskRow row, EvaluationEvent event) {
        switch (event) {
            case EvaluationMade made ->
                row.set("officer", made.officerId().value())
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

    private static void apply(DeskRow row, ActivityEvent event) {
        switch (event) {
            case ActivityLogged logged ->
                row.set("officer", logged.officerId().value())
                        .set("school", logged.school().value())
                        .set("kind", logged.kind().code())
                        .set("started_at", logged.startedAt())
                        .set("minutes", logged.minutes())
                        .set("students", logged.students())
                        .set("withdrawn", false);
            case ActivityWithdrawn _ -> row.set("withdrawn", true);
        }
    }

    private static void apply(DeskRow row, WorkEvent event) {
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

    private static @Nullable String code(@Nullable Code code) {
        return code == null ? null : code.code();
    }

    private static String codes(List<Code> codes) {
        return codes.stream().map(Code::code).collect(Collectors.joining(","));
    }
}
