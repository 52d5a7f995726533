package brightline.query;

import brightline.events.ActivityId;
import brightline.events.ClashId;
import brightline.events.Code;
import brightline.events.ComplaintId;
import brightline.events.Correction;
import brightline.events.DeadlineId;
import brightline.events.DeadlineRuleId;
import brightline.events.DisclosureId;
import brightline.events.EvaluationId;
import brightline.events.InteractionId;
import brightline.events.OfficerId;
import brightline.events.RequestId;
import brightline.events.ReviewId;
import brightline.events.SchoolCode;
import brightline.events.SecretId;
import brightline.events.SecretRef;
import brightline.events.StudentId;
import brightline.events.WorkItemId;
import brightline.events.activity.ActivityEvent;
import brightline.events.activity.ActivityEvent.ActivityLogged;
import brightline.events.activity.ActivityEvent.ActivityWithdrawn;
import brightline.events.clash.ClashCause;
import brightline.events.clash.ClashEvent;
import brightline.events.clash.ClashEvent.*;
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
import brightline.events.evaluation.EvaluationEvent.FrozenFigure;
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
import brightline.events.review.ReviewEvent.Ground;
import brightline.events.review.ReviewEvent.ReviewAssigned;
import brightline.events.review.ReviewEvent.ReviewClosed;
import brightline.events.review.ReviewEvent.ReviewOpened;
import brightline.events.work.WorkEvent;
import brightline.events.work.WorkEvent.ItemDone;
import brightline.events.work.WorkEvent.ItemRead;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Everything that can happen on the desk about one contact, one event of each kind. */
public final class DeskStory {
    private static final Instant AT = Instant.parse("2026-03-02T16:00:00Z");

    private DeskStory() {}

    /** The events in an order in which they can happen, each to be submitted alone. */
    public static List<Object> about(InteractionId contact, OfficerId officer) {
        ComplaintId complaint = new ComplaintId(UUID.randomUUID());
        ReviewId review = ReviewId.of(complaint.toString(), "COMPLAINT");
        DeadlineId deadline = DeadlineId.of(contact.toString(), "IL-FIREARM-POLICE");
        DisclosureId disclosure = new DisclosureId(UUID.randomUUID());
        RequestId request = new RequestId(UUID.randomUUID());
        EvaluationId evaluation = new EvaluationId(UUID.randomUUID());
        ActivityId activity = new ActivityId(UUID.randomUUID());
        DerivedClass derived = new DerivedClass(officer, "ROUTINE_DISCIPLINE", "R02", 1);
        SecretRef secret = new SecretRef(new SecretId(UUID.randomUUID()), "00ff");
        String item = "review/" + review;
        WorkItemId mark = WorkItemId.of(item, "supervisor");
        Code phone = Code.of("notice-manner/PHONE");
        StudentId kept = new StudentId(UUID.randomUUID());
        StudentId first = new StudentId(UUID.randomUUID());
        ClashId clash = ClashId.of(kept, first);
        Correction why = new Correction(
                Code.of("correction-reason/NEW_INFORMATION"), Code.of("correction-basis/SCHOOL_REPORT"), null);
        return List.of(
                new ComplaintReceived(complaint, null, contact, Code.of("complaint-kind/PARENT_COMPLAINT"), AT),
                new ReviewOpened(review, Ground.COMPLAINT, null, contact, complaint, List.of(derived)),
                new ReviewAssigned(review, "supervisor"),
                new ClassOverridden(review, contact, derived, "SAFETY_RESPONSE", Code.of("override-reason/OTHER")),
                new ReviewClosed(review, Code.of("review-conclusion/CLASS_OVERRIDDEN")),
                new DeadlineSet(
                        deadline,
                        "IL-FIREARM-POLICE",
                        contact,
                        null,
                        null,
                        AT,
                        AT.plusSeconds(86_400),
                        "supervisor",
                        "105 ILCS 5/34-8.05",
                        true),
                new DeadlineMissed(deadline, AT.plusSeconds(86_400)),
                new DeadlineMoved(deadline, AT.plusSeconds(60), AT.plusSeconds(86_460)),
                new DeadlineMet(deadline, AT.plusSeconds(90_000), phone),
                new DeadlineCancelled(deadline, Code.of("deadline-cancellation/TRIGGER_VOIDED")),
                new DisclosureMade(
                        disclosure,
                        contact,
                        Code.of("disclosure-recipient/SCHOOL"),
                        Code.of("disclosure-basis/CONSENT"),
                        List.of(Code.of("disclosure-part/REPORT")),
                        AT),
                new NoticeDue(disclosure, Code.of("notice-cause/VOIDED"), AT.plusSeconds(60)),
                new NoticeSent(disclosure, AT.plusSeconds(120), phone),
                new RequestReceived(
                        request, contact, Code.of("request-kind/AMEND"), Code.of("request-from/PARENT"), AT),
                new RequestDecided(request, Code.of("request-decision/REFUSED"), LocalDate.parse("2026-03-20")),
                new StatementAdded(request, secret),
                new EvaluationMade(
                        evaluation,
                        officer,
                        LocalDate.parse("2025-08-18"),
                        LocalDate.parse("2026-01-30"),
                        "supervisor",
                        "2025-1",
                        List.of(new FrozenFigure("M10a", 1, 0, 0, null, null, null, 17))),
                new OfficerReplied(evaluation, secret),
                new NextStepsSet(evaluation, List.of(Code.of("evaluation-step/TRAINING")), null),
                new ActivityLogged(
                        activity, officer, new SchoolCode("MAR"), Code.of("activity/TEACHING"), AT, 45, null),
                new ActivityWithdrawn(activity, Code.of("correction-reason/DOUBLE_ENTRY")),
                new ItemRead(mark, item, "supervisor"),
                new ItemDone(mark, item, "supervisor"),
                new ClashFound(clash, kept, first, ClashCause.CONTACT, null),
                new FoundSame(clash, first, why),
                new ClashReopened(clash, why),
                new FoundDifferent(clash, why),
                new DeadlineRuleSwitched(DeadlineRuleId.of("rule-" + contact), "IL-DRUG-POLICE", false));
    }

    /** The stream of an event of the desk; empty for any other event. */
    static Optional<String> stream(Object event) {
        return Optional.ofNullable(
                        switch (event) {
                            case ComplaintEvent one -> one.complaintId();
                            case ReviewEvent one -> one.reviewId();
                            case DeadlineEvent one -> one.deadlineId();
                            case DeadlineRuleEvent one -> one.deadlineRuleId();
                            case DisclosureEvent one -> one.disclosureId();
                            case RequestEvent one -> one.requestId();
                            case EvaluationEvent one -> one.evaluationId();
                            case ActivityEvent one -> one.activityId();
                            case ClashEvent one -> one.clashId();
                            case WorkEvent one -> one.workItemId();
                            default -> null;
                        })
                .map(Object::toString);
    }
}
